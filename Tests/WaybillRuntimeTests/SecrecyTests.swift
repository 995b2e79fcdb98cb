import HTTPTypes
import Logging
import TestSupport
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct SecrecyTests {
    private static let secret = "CANARY_secret"
    private static let phone = "+880canary1738431"
    private static let text = "CANARY_text"
    private static let key = "canary-key-1"

    /// Everything that prints a value in one way or another.
    private func prints(_ value: some Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        let children = Mirror(reflecting: value).children.map { "\($0.label ?? ""): \($0.value)" }
        return ["\(value)", String(describing: value), String(reflecting: value), dumped] + children
    }

    private func expectSilence(_ value: some Any, _ place: String) {
        for text in prints(value) {
            #expect(!text.lowercased().contains("canary"), "\(place): \(text)")
        }
    }

    private func client(_ answers: [StubAnswer], _ definition: ClientDefinition) throws -> (SampleClient, StubTransport)
    {
        let transport = StubTransport(answers)
        var configuration = ClientConfiguration(transport: transport, clock: ManualClock().runtime)
        configuration.baseURL = "https://api.sample.test"
        return (try SampleClient(apiKey: Self.secret, definition: definition, configuration: configuration), transport)
    }

    private func request() -> APIRequest<SampleClient, SampleMessage> {
        var request = Sample.send(Self.text, key: Self.key)
        request.addQuery("phone", Self.phone)
        return request
    }

    @Test("S08 credentials, signers, cores and clients show no secret")
    func clients() throws {
        expectSilence(Credential("apiKey", Self.secret), "Credential")
        for definition in [SampleClient.definition, .signed] {
            let (client, _) = try client([], definition)
            expectSilence(client, "client")
            expectSilence(client.core, "core")
            expectSilence(client.core.signer, "signer")
        }
    }

    @Test("S08 requests on their way show neither secrets nor people's data")
    func requests() async throws {
        for definition in [SampleClient.definition, .signed] {
            let (client, _) = try client([], definition)
            let filled = try client.core.fill(request().draft, CallOptions())
            expectSilence(request(), "APIRequest")
            expectSilence(filled.record, "FilledRequest")
            let signed = client.core.signer.signed("POST", filled.url, [:], filled.body?.bytes, ManualClock().runtime)
            let outgoing = TransportRequest(
                method: .post,
                url: signed.url,
                headers: signed.headers,
                body: filled.body?.bytes
            )
            expectSilence(outgoing, "TransportRequest")
            for field in filled.record.headers { #expect(!field.value.contains(Self.secret)) }
        }
    }

    @Test("S08 recorded requests have no field that authenticates")
    func recorded() throws {
        let (signed, _) = try client([], .signed)
        let names = try signed.core.fill(request().draft, CallOptions()).record.headers.map(\.name.canonicalName)
        #expect(Set(names).isDisjoint(with: ["x-key-id", "x-timestamp", "x-signature", "authorization"]))
    }

    @Test("S08 errors of every kind, and their failures, show neither")
    func errors() async throws {
        let echo = #"{"message":"Refused","details":{"phone":"\#(Self.phone)","key":"\#(Self.secret)"}}"#
        let page = "<html>\(Self.text)</html>"
        let answers: [StubAnswer] = [
            .json(422, echo), .network(.unknown, .certificate), .json(200, page), .json(200, #"{"data":{"id":true}}"#),
        ]
        for answer in answers {
            let (client, _) = try client([answer, answer, answer], SampleClient.definition)
            do {
                _ = try await client.send(request())
                Issue.record("it succeeded")
            } catch {
                expectSilence(error, "error")
                expectSilence(error.report, "report")
                expectSilence(error.report.kind, "kind")
                expectSilence(APIFailure<SampleCode, JSONValue?>(error.report, error.report.details), "failure")
                error.http.map { expectSilence($0, "http") }
            }
        }
    }

    @Test("S08 refused arguments are named, their values are not")
    func violations() async throws {
        var arguments = ArgumentChecker()
        arguments.check("phone", Self.phone, matches: #"^\d+$"#)
        arguments.check("text", Self.text, maxLength: 1)
        expectSilence(arguments, "checker")
        let (client, _) = try client([], SampleClient.definition)
        do {
            _ = try await client.send(Sample.send(key: "canary\n"))
        } catch {
            expectSilence(error, "error")
        }
    }

    @Test("S08 answers show the value only")
    func answers() async throws {
        let (client, _) = try client([.sent], SampleClient.definition)
        let answer = try await client.send(request())
        expectSilence(answer, "answer")
        expectSilence(answer.http, "http")
        #expect(answer.http.request.url.contains("phone"))
    }

    @Test("S08 the log has one line before each retry, and nothing of the request")
    func log() async throws {
        let log = LineLog()
        let answers: [StubAnswer] = [
            .json(503, #"{"message":"\#(Self.text)"}"#), .network(.unknown, .reset), .sent,
        ]
        let transport = StubTransport(answers)
        var configuration = ClientConfiguration(transport: transport, clock: ManualClock(randomness: .fixed(0)).runtime)
        configuration.logger = log.logger
        let client = try SampleClient(apiKey: Self.secret, configuration: configuration)
        _ = try await client.send(request())
        #expect(
            log.messages == [
                "warning: [sample] retrying in 0.25 s, attempt 2/3: HTTP 503",
                "warning: [sample] retrying in 0.75 s, attempt 3/3: connection reset",
            ]
        )
    }

    @Test("curl shows the request with every secret masked")
    func curl() throws {
        let (client, transport) = try client([], .signed)
        let command = try client.core.curl(Sample.deliver("it's"))
        #expect(!command.contains(Self.secret))
        #expect(command.hasPrefix("curl -X POST 'https://api.sample.test' \\\n  -H 'X-Key-Id: [REDACTED]'"))
        #expect(command.contains("-H 'X-Signature: sha256=[REDACTED]'"))
        #expect(command.contains("-H 'Content-Type: application/json'"))
        #expect(command.contains(#"--data-binary '{"event":{"event_id":"it'\''s""#))
        #expect(transport.requests.isEmpty)
        #expect(throws: FailureReport.self) { try client.core.curl(Sample.fetch("")) }
    }
}
