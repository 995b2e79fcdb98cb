import HTTPTypes
import Synchronization
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct AnswerFormTests {
    private static let entity = OperationDefinition(
        id: "documents.fetch",
        method: .get,
        path: "/v1/labels",
        resend: .safe,
        envelope: .none,
        revalidates: true
    )

    private static func definition(
        method: OperationDefinition.Method = .get,
        envelope: EnvelopeRule = .none
    ) -> OperationDefinition {
        let resend: ResendPolicy = method == .get ? .safe : .never
        return OperationDefinition(id: "documents.x", method: method, path: "/v1/x", resend: resend, envelope: envelope)
    }

    /// Answers with one byte, and keeps how many would have been taken.
    private final class LimitRecorder: Transport {
        let limits = Mutex<[Int]>([])

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            limits.withLock { $0.append(request.maxResponseBytes) }
            return TransportResponse(status: 200, body: [1])
        }
    }

    // MARK: - Text and bytes

    @Test("Bytes are as they came, whatever they are", arguments: [[], [0], [0xFF, 0xFE, 0x00], Array("{}".utf8)])
    func bytes(body: [UInt8]) async throws {
        let exchange = try SampleExchange([.bytes(200, body)])
        let request = APIRequest<SampleClient, [UInt8]>(Self.definition(), answer: .bytes)
        let answer = try await exchange.client.send(request)
        #expect(answer.value == body && answer.http.body == body && answer.http.unread.isEmpty)
    }

    @Test(
        "Text is UTF-8 or ISO 8859-1; what else it is, is noted and never an error",
        arguments: [
            ("text/plain", Array("Grüße".utf8), "Grüße", false), ("", Array("a".utf8), "a", false),
            ("text/plain; charset=UTF-8", Array("é".utf8), "é", false),
            ("text/plain;charset=\"iso-8859-1\"", [0x47, 0xFC], "Gü", false),
            ("text/csv; charset=utf-16", [0xFE, 0xFF], "\u{FFFD}\u{FFFD}", true),
            ("text/plain", [0x61, 0xFF], "a\u{FFFD}", true),
            ("text/plain; charset=utf-16", Array("a".utf8), "a", false),
        ] as [(String, [UInt8], String, Bool)]
    )
    func text(type: String, body: [UInt8], expected: String, isNoted: Bool) async throws {
        let exchange = try SampleExchange([.bytes(200, body, headers: type.isEmpty ? [:] : [.contentType: type])])
        let request = APIRequest<SampleClient, String>(Self.definition(method: .post), answer: .text)
        let answer = try await exchange.client.send(request)
        #expect(answer.value == expected)
        #expect(answer.http.unread.isEmpty != isNoted)
        #expect(answer.http.body == body)
    }

    @Test("What is asked for is what the operation says")
    func accept() async throws {
        let exchange = try SampleExchange([.bytes(200, [1]), .sent])
        let pdf = OperationDefinition(id: "x.y", method: .get, path: "/x", resend: .safe, accept: "application/pdf")
        _ = try await exchange.client.send(APIRequest<SampleClient, [UInt8]>(pdf, answer: .bytes))
        _ = try await exchange.client.send(Sample.fetch())
        #expect(exchange.transport.requests.map { $0.header("Accept") } == ["application/pdf", "application/json"])
    }

    @Test("The largest answer is the call's, the operation's, or the client's")
    func limits() async throws {
        let transport = LimitRecorder()
        let client = try SampleClient(
            definition: SampleClient.definition,
            configuration: ClientConfiguration(transport: transport, clock: ManualClock(randomness: .seeded(7)).runtime)
        )
        let large = OperationDefinition(id: "x.y", method: .get, path: "/x", resend: .safe, answerLimit: 99)
        for definition in [large, Self.definition()] {
            let request = APIRequest<SampleClient, [UInt8]>(definition, answer: .bytes)
            _ = try await client.send(request)
            _ = try await client.send(request, options: CallOptions(maxResponseBytes: 7))
        }
        #expect(transport.limits.withLock(\.self) == [99, 7, 10 * 1_048_576, 7])
        let exchange = try SampleExchange([])
        let report = try await exchange.failure(of: Sample.fetch(), options: CallOptions(maxResponseBytes: 0))
        #expect(report.message.contains("options.maxResponseBytes"))
    }

    // MARK: - Nothing

    @Test(
        "What may be missing is nil without a body, with null, and where nothing stands",
        arguments: [
            (204, ""), (200, " \n"), (200, "null"), (202, #"{"data":null}"#), (200, "{}"),
            (200, #"{"data":{"id":"m1"}}"#),
        ]
    )
    func missing(status: Int, body: String) async throws {
        let exchange = try SampleExchange([.json(status, body)])
        let request = APIRequest<SampleClient, SampleMessage?>(
            Self.definition(envelope: .member("data")),
            answer: .optional { $0.model() }
        )
        let answer = try await exchange.client.send(request)
        #expect(answer.value?.id == (body.contains("m1") ? "m1" : nil))
        #expect(answer.http.status == status)
    }

    @Test("A value that is there and cannot be read is an error of a call that reads, and noted after one that sends")
    func unreadable() async throws {
        let body = #"{"data":{"id":true}}"#
        for method in [OperationDefinition.Method.get, .post] {
            let exchange = try SampleExchange([.json(200, body), .json(200, "{")])
            let request = APIRequest<SampleClient, SampleMessage?>(
                Self.definition(method: method, envelope: .member("data")),
                answer: .optional { $0.model() }
            )
            if method == .post {
                let answer = try await exchange.client.send(request)
                #expect(answer.value == nil && answer.http.unread.map(\.path) == ["data.id"])
            } else {
                let report = try await exchange.failure(of: request)
                #expect(report.delivery == .accepted)
            }
            guard case .undecodable = try await exchange.failure(of: request).kind else { throw UnexpectedSuccess() }
        }
    }

    // MARK: - By status

    @Test("The status tells the shape", arguments: [(200, "sent s"), (202, "queued s"), (203, nil)])
    func byStatus(status: Int, expected: String?) async throws {
        let exchange = try SampleExchange([.json(status, #""s""#)])
        let request = APIRequest<SampleClient, String>(
            Self.definition(),
            answer: .json(byStatus: { reader, status in
                let text = reader.string()
                switch status {
                case 200: return text.map { "sent \($0)" }
                case 202: return text.map { "queued \($0)" }
                default: return nil
                }
            })
        )
        if let expected {
            #expect(try await exchange.client.send(request).value == expected)
        } else {
            _ = try await exchange.failure(of: request)
        }
    }

    // MARK: - Versions

    private func revalidation(_ tag: String?) -> APIRequest<SampleClient, Revalidated<String>> {
        var request = APIRequest<SampleClient, Revalidated<String>>(Self.entity, answer: .revalidated(.text))
        request.addHeader("If-None-Match", tag, argument: "ifNoneMatch")
        return request
    }

    @Test("304 is a value where the request names a version, and its tag comes with the answer")
    func notModified() async throws {
        let exchange = try SampleExchange([
            .bytes(200, Array("v".utf8), headers: [.eTag: #""1""#]), .status(304, headers: [.eTag: #""1""#]),
        ])
        let first = try await exchange.client.send(revalidation(nil))
        #expect(first.value == .modified("v") && first.http.entityTag == #""1""#)
        let second = try await exchange.client.send(revalidation(first.http.entityTag))
        #expect(second.value == .notModified && second.value.value == nil)
        #expect(exchange.transport.requests.map { $0.header("If-None-Match") } == [nil, #""1""#])
        #expect(second.http.attempts == 1)
    }

    @Test("304 to a request that names no version, or whose operation has none, is an error")
    func unaskedFor() async throws {
        let exchange = try SampleExchange([.status(304), .status(304)])
        #expect(try await exchange.failure(of: revalidation(nil)).status == 304)
        let options = CallOptions(headers: ["If-None-Match": #""1""#])
        #expect(try await exchange.failure(of: Sample.fetch(), options: options).status == 304)
    }

    @Test("Each form can be revalidated")
    func forms() async throws {
        let exchange = try SampleExchange([.bytes(200, [7]), .json(200, #"{"id":"m1"}"#), .status(200)])
        let bytes = APIRequest<SampleClient, Revalidated<[UInt8]>>(Self.entity, answer: .revalidated(.bytes))
        #expect(try await exchange.client.send(bytes).value == .modified([7]))
        let model = APIRequest<SampleClient, Revalidated<SampleMessage>>(
            Self.entity,
            answer: .revalidated(.json { $0.model() })
        )
        #expect(try await exchange.client.send(model).value.value?.id == "m1")
        let nothing = APIRequest<SampleClient, Revalidated<SampleMessage?>>(
            Self.entity,
            answer: .revalidated(.optional { $0.model() })
        )
        guard case .modified(nil) = try await exchange.client.send(nothing).value else { throw UnexpectedSuccess() }
    }
}
