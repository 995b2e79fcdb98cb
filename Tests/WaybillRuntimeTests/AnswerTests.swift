import HTTPTypes
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct AnswerTests {
    @Test("F20 a web page where JSON is due: an excerpt of at most 1 KiB, no retry")
    func webPage() async throws {
        let page = "<html>" + String(repeating: "é", count: 5_000)
        let exchange = try SampleExchange([.bytes(200, Array(page.utf8)), .sent])
        let (report, answer) = try await undecodable(exchange)
        #expect(report.attempts == 1)
        #expect(report.delivery == .accepted)
        #expect(answer.excerpt?.hasPrefix("<html>é") == true)
        #expect((answer.excerpt?.utf8.count ?? 0) <= 1_024)
        #expect(!report.description.contains("html"))
    }

    @Test("F24 an empty body is unreadable, unless nothing is due")
    func empty() async throws {
        let exchange = try SampleExchange([.status(200), .status(200)])
        let (_, answer) = try await undecodable(exchange)
        #expect(answer.reason == "the body is empty")
        #expect(answer.excerpt == nil)
        _ = try await exchange.client.send(Sample.deliver())
    }

    @Test(
        "An answer without its value is unreadable, and shows nothing of itself",
        arguments: [
            (#"{"message":"ok"}"#, ""), (#"{"data":null}"#, ""), (#"{"data":{"status":"sent"}}"#, "data"),
            (#"{"data":{"id":true}}"#, "data.id"), (#"[1]"#, ""), (#"{"data":{"id":"1"}"#, ""), ("null", ""),
        ]
    )
    func withoutValue(body: String, path: String) async throws {
        let (report, answer) = try await undecodable(try SampleExchange([.json(200, body)]))
        #expect(answer.excerpt == nil)
        #expect(answer.path == path || answer.path == path + (path.isEmpty ? "data" : ".id"))
        #expect(report.http?.text == body)
    }

    @Test("F21, F22 valid JSON is read whatever its media type; a foreign character set where it makes a difference")
    func mediaTypes() async throws {
        let body = Array(#"{"data":{"id":"m1"}}"#.utf8)
        let types = [
            "application/problem+json", "application/json; charset=utf-8", #"text/plain;charset="UTF-8""#, "",
            "application/json; charset=iso-8859-1", "text/html; charset=windows-1252",
            "application/json; charset=utf-16",
        ]
        let answers = types.map { StubAnswer.bytes(200, body, headers: $0.isEmpty ? [:] : [.contentType: $0]) }
        let exchange = try SampleExchange(answers)
        for _ in types { #expect(try await exchange.client.send(Sample.fetch()).id == "m1") }
        let latin = Array(#"{"data":{"id":"m"#.utf8) + [0xE9] + Array(#""}}"#.utf8)
        let wide = body.flatMap { [$0, 0] as [UInt8] }
        for (body, charset) in [(latin, "iso-8859-1"), (wide, "utf-16"), (Array("\"é\"".utf8), "latin1")] {
            let foreign = StubAnswer.bytes(200, body, headers: [.contentType: "application/json; charset=\(charset)"])
            let (report, answer) = try await undecodable(try SampleExchange([foreign]))
            #expect(answer.reason == "its character set is \(charset), and JSON is UTF-8")
            #expect(report.delivery == .accepted)
        }
    }

    @Test("F23 bytes that are no UTF-8: a success is unreadable, an error has no message")
    func invalidUTF8() async throws {
        let body = Array(#"{"message":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
        let exchange = try SampleExchange([.bytes(200, body), .bytes(400, body)])
        _ = try await undecodable(exchange)
        #expect(try await exchange.failure(of: Sample.fetch()).message == "HTTP 400")
    }

    @Test(
        "F28 a redirect is an error after one attempt, naming status and target",
        arguments: [
            (301, "https://evil.test/x?token=1", "evil.test"),
            (302, "http://api.sample.test:8080/y", "api.sample.test:8080"),
            (303, "//other.test/z", "other.test"), (307, "https://user:pw@evil.test", "evil.test"),
            (308, "/v2/messages", "the same host"), (302, "file:///etc/passwd", "the same host or another scheme"),
            (302, "", "nowhere"),
        ]
    )
    func redirect(status: Int, location: String, target: String) async throws {
        let headers = fields(location.isEmpty ? [:] : ["Location": location])
        let exchange = try SampleExchange([.json(status, "{}", headers: headers), .sent])
        let report = try await exchange.failure(of: Sample.send())
        #expect(exchange.transport.requests.count == 1)
        #expect(report.status == status)
        #expect(report.message.contains("HTTP \(status)") && report.message.contains(target))
        #expect(!report.message.contains("token") && !report.message.contains("pw"))
        #expect(report.delivery == .unknown)
    }

    @Test("F33 401 with a challenge is the typed 401")
    func challenge() async throws {
        let answer = StubAnswer.json(
            401,
            #"{"message":"No","error_code":"invalid_api_key"}"#,
            headers: fields(["WWW-Authenticate": "Basic"])
        )
        let exchange = try SampleExchange([answer])
        let report = try await exchange.failure(of: Sample.fetch())
        #expect(report.status == 401)
        #expect(report.code == "invalid_api_key")
        #expect(report.attempts == 1)
    }

    @Test("An answer is its value, and a sequence where its value is one")
    func forwarding() async throws {
        let exchange = try SampleExchange([.sent, .json(200, #"{"data":[{"id":1},{"id":"b"}]}"#)])
        let one = try await exchange.client.send(Sample.fetch())
        #expect(one.id == "m1" && one.status == "sent" && one.value.id == "m1")
        let many = try await exchange.client.send(APIRequest<SampleClient, [SampleMessage]>(Sample.get()))
        #expect(many.map(\.id) == ["1", "b"])
        #expect(many[1].id == "b" && many.count == 2)
    }

    @Test("An operation's own envelope wins over the API's")
    func envelopes() async throws {
        let body = #"{"data":{"id":"inner"},"id":"outer","item":{"id":"own"}}"#
        let exchange = try SampleExchange(Array(repeating: .json(200, body), count: 3))
        let rules: [(EnvelopeRule, String)] = [(.inherited, "inner"), (.none, "outer"), (.member("item"), "own")]
        for (rule, id) in rules {
            let request = APIRequest<SampleClient, SampleMessage>(Sample.get(envelope: rule))
            #expect(try await exchange.client.send(request).id == id)
        }
    }

    @Test("Any JSON can be an answer, also null")
    func anyJSON() async throws {
        let exchange = try SampleExchange([.json(200, #"[1,{"a":null}]"#), .json(200, "null")])
        let request = APIRequest<SampleClient, JSONValue>(Sample.get(envelope: .none))
        #expect(try await exchange.client.send(request).value[1]?["a"] == .null)
        #expect(try await exchange.client.send(request).value == .null)
    }

    private func undecodable(_ exchange: SampleExchange) async throws -> (FailureReport, UndecodableAnswer) {
        let report = try await exchange.failure(of: Sample.send())
        guard case .undecodable(let answer) = report.kind else { throw UnexpectedSuccess() }
        return (report, answer)
    }
}
