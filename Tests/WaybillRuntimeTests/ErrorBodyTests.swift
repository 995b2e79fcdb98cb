import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct ErrorBodyTests {
    private static let paths = ErrorPaths(
        message: ["message", "error_message", "error", "error.message", "errors"],
        code: ["error_code", "error.code"],
        details: ["details", "error.data"]
    )

    @Test(
        "Messages are read along the paths, in order; a string wins, a list is joined",
        arguments: [
            (#"{"message":"m","error":"e"}"#, "m"), (#"{"message":"","error_message":"em"}"#, "em"),
            (#"{"message":" \n","error":"e"}"#, "e"), (#"{"error":{"message":"inner"}}"#, "inner"),
            (#"{"message":null,"error":7,"errors":["a","b"]}"#, "a; b"),
            (#"{"errors":[{"message":"a"},{"text":"x"},"b",1]}"#, "a; b"), (#"{"errors":[]}"#, nil), ("[]", nil),
            ("{}", nil), ("", nil), ("<html>", nil), (#"{"message":"a"#, nil), ("null", nil), (#""message""#, nil),
        ] as [(String, String?)]
    )
    func messages(body: String, message: String?) {
        #expect(ErrorBody(Array(body.utf8), Self.paths).message == message)
    }

    @Test(
        "Codes are strings or whole numbers",
        arguments: [
            (#"{"error_code":"x"}"#, "x"), (#"{"error_code":"","error":{"code":"y"}}"#, "y"),
            (#"{"error":{"code":132015}}"#, "132015"), (#"{"error_code":1.5}"#, nil), (#"{"error_code":{}}"#, nil),
            (#"{"error_code":"https://api.example/problems/x"}"#, "https://api.example/problems/x"),
            (#"{"error_code":-3}"#, "-3"), (#"{"error_code":"about:blank"}"#, nil),
        ] as [(String, String?)]
    )
    func codes(body: String, code: String?) {
        #expect(ErrorBody(Array(body.utf8), Self.paths).code == code)
    }

    @Test("Details are whatever is there, null aside")
    func details() {
        #expect(ErrorBody(Array(#"{"details":{"a":1}}"#.utf8), Self.paths).details == ["a": 1])
        #expect(ErrorBody(Array(#"{"details":null,"error":{"data":[]}}"#.utf8), Self.paths).details == .array([]))
        #expect(ErrorBody(Array("{}".utf8), Self.paths).details == nil)
    }

    @Test("A body without a message says its status; one that is no JSON has neither code nor details")
    func withoutMessage() async throws {
        let exchange = try SampleExchange([.json(418, "{}"), .bytes(502, Array("<html>".utf8))]) { $0.retry = .never }
        #expect(try await exchange.failure(of: Sample.fetch()).message == "HTTP 418")
        let report = try await exchange.failure(of: Sample.fetch())
        #expect(report.message == "HTTP 502")
        #expect(report.code == nil && report.details == nil)
        #expect(report.description == "sample messages.fetch: HTTP 502 (1 attempt, delivery unknown)")
    }

    @Test(
        "Typed details are read leniently",
        arguments: [
            (#"{"details":{"wait":3,"more":true}}"#, 3), (#"{"details":{"wait":"3"}}"#, nil), (#"{"details":[]}"#, nil),
            ("{}", nil),
        ] as [(String, Int?)]
    )
    func typedDetails(body: String, wait: Int?) async throws {
        let report = try await SampleExchange([.json(400, body)]).failure(of: Sample.fetch())
        let details: SampleDetails? = report.details()
        #expect(details?.wait == wait)
        let failure = APIFailure<SampleCode, SampleDetails?>(report, report.details())
        #expect(failure.details?.wait == wait)
        #expect(failure.status == 400 && failure.attempts == 1 && failure.delivery == .rejected)
        #expect(MemoryLayout.size(ofValue: failure) == MemoryLayout<Int>.size)
    }

    @Test("An error's properties are its report's, through the protocol too")
    func erased() async throws {
        let answer = StubAnswer.json(429, #"{"error_code":"slow"}"#, headers: fields(["Retry-After": "5"]))
        let exchange = try SampleExchange([answer]) { $0.retry = .never }
        do {
            _ = try await exchange.client.send(Sample.send(key: "k1"))
            Issue.record("it succeeded")
        } catch {
            #expect(error.code == SampleCode(rawValue: "slow"))
            let erased: any APIError = error
            #expect(erased.code?.rawValue == "slow")
            #expect(erased.retryAfter == .seconds(5))
            #expect(erased.request?.idempotencyKey == "k1")
            #expect(!erased.isCancellation)
        }
    }

    @Test("F25 of an error's body the first MiB is kept and read", arguments: [0, 1, 9 << 20])
    func large(surplus: Int) async throws {
        let json = #"{"message":"Too much","error_code":"x","pad":""# + "\"}"
        let pad = [UInt8](repeating: 0x61, count: (1 << 20) - json.utf8.count + surplus)
        let body = Array(json.utf8.dropLast(2)) + pad + Array(json.utf8.suffix(2))
        let report = try await SampleExchange([.bytes(400, body)]).failure(of: Sample.fetch())
        #expect(report.message == (surplus == 0 ? "Too much" : "HTTP 400"))
        #expect(report.code == (surplus == 0 ? "x" : nil))
        #expect(report.http?.body == Array(body.prefix(1 << 20)))
    }

    @Test("A server's words stay on one line of a log")
    func oneLine() async throws {
        let body = #"{"message":"a\nb\u0000c\r\n\#(String(repeating: "x", count: 5_000))"}"#
        let report = try await SampleExchange([.json(400, body)]).failure(of: Sample.fetch())
        #expect(report.message.hasPrefix("a\nb"))
        #expect(!report.description.contains { $0.isNewline || $0 == "\0" })
        #expect(report.description.count < 700)
    }
}
