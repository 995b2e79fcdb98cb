import HTTPTypes
import TestSupport
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

/// A server that repeats the caller's key wherever it can.
@Suite struct EchoTests {
    private static let secret = "sk_CANARY/1"

    private static let echoes: [StubAnswer] = [
        .json(400, #"{"message":"bad key sk_CANARY\/1","error_code":"bad:sk_CANARY/1"}"#),
        .json(400, #"{"message":"bad {\"key\":\"sk_CANARY\\/1\"}","error_code":"sk_CANARY%2F1"}"#),
        .json(400, "{}", headers: fields(["X-Request-Id": "for-sk_CANARY/1"])),
        .json(302, "{}", headers: fields(["Location": "https://sk_CANARY%2F1.evil.test"])),
        .failure(TransportError(progress: .unknown, reason: .other, detail: "no peer for sk_CANARY/1")),
        .bytes(200, Array("<html>sk_CANARY/1</html>".utf8)),
        .bytes(200, Array("é".utf8), headers: [.contentType: "text/plain; charset=sk_CANARY/1"]),
    ]

    @Test("S08 no error, description, dump or log has it; the raw body does", arguments: 0..<7)
    func echo(index: Int) async throws {
        let log = LineLog()
        var configuration = ClientConfiguration(
            retry: .documented(maxAttempts: 2),
            transport: StubTransport(Array(repeating: Self.echoes[index], count: 2)),
            logger: log.logger,
            clock: ManualClock().runtime
        )
        configuration.baseURL = "https://api.sample.test"
        let client = try SampleClient(apiKey: Self.secret, configuration: configuration)
        let error = try await #require(throws: SampleError.self) { try await client.send(Sample.send()) }
        var dumped = ""
        dump(error, to: &dumped)
        dump(error.report.kind, to: &dumped)
        dump(error.http, to: &dumped)
        var texts = ["\(error)", error.message, error.report.code ?? "", error.http?.requestID ?? "", dumped]
        texts += ["\(error.report)", String(reflecting: error.report), log.lines.joined()]
        if case .undecodable(let answer) = error.report.kind { texts += [answer.description, answer.excerpt ?? ""] }
        if case .transport(let fault) = error.report.kind { texts += [fault.description, fault.detail ?? ""] }
        for text in texts { #expect(!text.lowercased().contains("canary"), "\(text)") }
        #expect(error.message.contains("[REDACTED]") || index == 2 || index == 5)
        #expect(index != 0 || error.http?.text.contains("CANARY") == true)
    }

    @Test("S08 an excerpt is masked before it is cut")
    func excerpt() async throws {
        let page = "<p>" + String(repeating: "x", count: 1_015) + Self.secret + " more"
        let transport = StubTransport(.bytes(200, Array(page.utf8)))
        let configuration = ClientConfiguration(transport: transport, clock: ManualClock().runtime)
        let client = try SampleClient(apiKey: Self.secret, configuration: configuration)
        let error = try await #require(throws: SampleError.self) { try await client.send(Sample.send()) }
        guard case .undecodable(let answer) = error.report.kind else { throw UnexpectedSuccess() }
        #expect(answer.excerpt?.contains("sk_") == false)
        #expect(answer.excerpt?.utf8.count == 1_024)
    }
}
