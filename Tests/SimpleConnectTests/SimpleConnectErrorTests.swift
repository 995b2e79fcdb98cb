import SimpleConnect
import TestSupport
import Testing
import WaybillTesting

/// Which case each refusal becomes, and what it says.
@Suite struct SimpleConnectErrorTests {
    private func refusal(_ answer: StubAnswer) async throws -> SimpleConnectError {
        let bench = try SimpleConnectBench(answer, configuration: .init(retry: .never))
        return try await #require(throws: SimpleConnectError.self) { try await bench.deliver() }
    }

    @Test(
        "mapping by status, on both clients; 418 -> unrecognized",
        arguments: [
            (400, "malformed"), (401, "authentication"), (403, "forbidden"), (404, "notFound"), (422, "rejected"),
            (429, "throttled"), (500, "server"), (501, "server"), (503, "server"), (599, "server"),
            (409, "unrecognized"),
            (418, "unrecognized"), (301, "unrecognized"),
        ]
    )
    func statuses(status: Int, expected: String) async throws {
        let error = try await refusal(.status(status))
        #expect(error.caseName == expected)
        #expect(error.status == status)
        #expect(error.message.contains("HTTP \(status)"))

        let bench = try SimpleConnectBench(.status(status), configuration: .init(retry: .never))
        let other = try await #require(throws: SimpleConnectError.self) { try await bench.sendTemplate() }
        #expect(other.caseName == expected)
    }

    @Test(
        "4xx JSON: a readable text, read in order message, error_message, error, errors",
        arguments: [
            (#"{"message":"Unknown event_key 'foo'"}"#, "Unknown event_key 'foo'"),
            (#"{"error_message":"b","error":"c"}"#, "b"), (#"{"error":"c","errors":["d"]}"#, "c"),
            (#"{"error":{"message":"deep"}}"#, "deep"), (#"{"errors":["one","two"]}"#, "one; two"),
            (#"{"errors":[{"message":"one"},{"message":"two"}]}"#, "one; two"), (#"{"message":"","error":"c"}"#, "c"),
            (#"{"message":7}"#, "HTTP 422"), ("{}", "HTTP 422"), ("[]", "HTTP 422"),
        ]
    )
    func messages(body: String, expected: String) async throws {
        let error = try await refusal(.json(422, body))
        #expect(error.caseName == "rejected")
        #expect(error.message == expected)
        #expect(error.http?.text == body)
        #expect(error.http?.json == (try JSONValue(parsing: body)))
        #expect(error.delivery == .rejected)
    }

    @Test("4xx HTML: the status, no data, the page kept as text")
    func html() async throws {
        let error = try await refusal(.page(404))
        #expect(error.caseName == "notFound")
        #expect(error.message == "HTTP 404")
        #expect(error.http?.json == nil)
        #expect(error.http?.text == "<html><h1>Sorry</h1></html>")
    }

    @Test("5xx JSON: text and status, the outcome unknown")
    func server() async throws {
        let error = try await refusal(.refusal(500, "Boom"))
        #expect(error.caseName == "server")
        #expect(error.message == "Boom")
        #expect(error.delivery == .unknown)
    }

    @Test("network error: no status, no body, no data, and whether it may have arrived")
    func network() async throws {
        for (answer, delivery) in [(StubAnswer.refused, DeliveryCertainty.notSent), (.reset, .unknown)] {
            let error = try await refusal(answer)
            guard case .transport = error else { throw Unexpected(error) }
            #expect(error.status == nil)
            #expect(error.http == nil)
            #expect(error.code == nil)
            #expect(error.attempts == 1)
            #expect(error.delivery == delivery)
            #expect(!error.message.isEmpty)
        }
    }

    @Test("2xx: status, raw body and attempts beside the value")
    func success() async throws {
        let bench = try SimpleConnectBench(.accepted)
        let http = try await bench.deliver().http
        #expect(http.status == 202)
        #expect(http.attempts == 1)
        #expect(http.text == #"{"status":"accepted","log_id":42,"event_id":"e1"}"#)
    }

    @Test(
        "2xx invalid JSON -> malformed error, one request",
        arguments: ["", "<html>ok</html>", #"{"status":"#, #"{"status":"accepted"} trailing"#]
    )
    func undecodable(body: String) async throws {
        let bench = try SimpleConnectBench(.json(200, body), .accepted)
        let error = try await #require(throws: SimpleConnectError.self) { try await bench.deliver() }
        guard case .undecodable(let failure) = error else { throw Unexpected(error) }
        #expect(failure.delivery == .accepted)
        #expect(failure.http?.text == body)
        #expect(failure.details.excerpt == (body.hasPrefix("<") ? body : nil))
        #expect(bench.requests.count == 1)
    }

    @Test(
        "a 2xx that is JSON of any kind is a success",
        arguments: ["[]", "null", #""ok""#, "7", #"[{"status":"x"}]"#]
    )
    func anyJSON(body: String) async throws {
        let bench = try SimpleConnectBench(.json(202, body), .accepted)
        let answer = try await bench.deliver()
        #expect(answer.status == nil && answer.extra.isEmpty)
        #expect(answer.http.unread.map(\.path) == [""])
        #expect(answer.http.text == body)
        #expect(bench.requests.count == 1)
    }

    @Test("an accepted event stays accepted with any member of another type, which is listed without its value")
    func oddMembers() async throws {
        for (member, value) in [
            ("status", "5551"), ("event_id", "[5551]"), ("duplicate", #""5551""#), ("log_id", #"{"a":5551}"#),
            ("message", "5551"),
        ] {
            let bench = try SimpleConnectBench(.json(202, #"{"\#(member)":\#(value),"more":1}"#))
            let answer = try await bench.deliver()
            #expect(answer.json["more"] == 1)
            #expect(answer.json[member] == answer.http.json?[member], "\(member)")
            #expect(!"\(answer.http.unread)".contains("5551"))
        }
    }

    @Test("one odd event flow does not spoil the others, and its place is told")
    func oddFlow() async throws {
        let bench = try SimpleConnectBench(.json(200, #"{"event_flows":[{},{"state":"x"},{"state":5551},7]}"#))
        let answer = try await bench.integration.integrations.verify()
        #expect(answer.eventFlows.map(\.state) == [nil, .init(rawValue: "x"), nil])
        #expect(answer.eventFlows[2].extra == ["state": 5551])
        #expect(answer.http.unread.map(\.path) == ["event_flows[2].state", "event_flows[3]"])
        #expect(!"\(answer.http.unread)".contains("5551"))
    }

    @Test(
        "a redirect is an error with status and target host, and is not followed",
        arguments: [301, 302, 303, 307, 308]
    )
    func redirect(status: Int) async throws {
        let headers = StubAnswer.status(status, headers: .pairs(["Location": "https://elsewhere.example/x?y=1"]))
        let bench = try SimpleConnectBench(headers, .accepted)
        let error = try await #require(throws: SimpleConnectError.self) { try await bench.deliver() }
        #expect(error.caseName == "unrecognized")
        #expect("\(error)".contains("\(status)"))
        #expect("\(error)".contains("elsewhere.example"))
        #expect(bench.requests.count == 1)
    }
}
