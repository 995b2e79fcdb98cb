import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct KeptRequestTests {
    @Test("Filling checks the arguments, fixes key and body, and sends nothing")
    func fills() async throws {
        let exchange = try SampleExchange([.sent])
        let filled = try exchange.client.fill(Sample.send("hello"))
        #expect(exchange.transport.requests.isEmpty)
        #expect(filled.api == "sample" && filled.operation == "messages.send" && filled.method == "POST")
        #expect(filled.url == "https://api.sample.test/v1/messages" && filled.baseURL == "https://api.sample.test")
        #expect(filled.idempotencyKey?.hasPrefix("sample-") == true && filled.isRetrySafe)
        let refused = #expect(throws: SampleError.self) { try exchange.client.fill(Sample.fetch("..")) }
        #expect(refused?.delivery == .notSent)
        _ = try await exchange.client.send(Sample.send("hello").resending(filled))
        #expect(exchange.transport.requests.map(\.body) == [filled.body])
        #expect(exchange.transport.requests.first?.header("Idempotency-Key") == filled.idempotencyKey)
    }

    @Test("Kept as JSON it is the same value, and another client sends the same bytes under the same key, signed anew")
    func roundTrip() async throws {
        let first = try SampleExchange([.network(.unknown)], definition: .signed)
        let report = try await first.failure(of: Sample.deliver(), options: CallOptions(maxAttempts: 1))
        let filled = try #require(report.request)
        let kept = try FilledRequest(parsing: filled.serialized())
        #expect(try kept == filled && FilledRequest(json: filled.json) == filled)

        let second = try SampleExchange([.network(.unknown), .json(202, #"{"id":"e1"}"#)], definition: .signed)
        second.clock.advance(by: .seconds(3_600))
        let answer = try await second.client.resend(kept)
        #expect(answer.value == ["id": "e1"] && answer.http.request == filled && answer.http.attempts == 2)
        let requests = first.transport.requests + second.transport.requests
        #expect(requests.map(\.body) == [filled.body, filled.body, filled.body])
        #expect(Set(requests.map(\.url)).count == 1)
        #expect(Set(requests.map { $0.header("X-Signature") }).count == 3)
    }

    @Test("How long the server knows the key is kept, where the API says so")
    func keyLifetime() throws {
        let exchange = try SampleExchange([])
        #expect(try exchange.client.fill(Sample.send()).idempotencyKeyLifetime == nil)
        let filled = try exchange.client.fill(Sample.send(keep: .seconds(86_400)))
        #expect(filled.idempotencyKeyLifetime == .seconds(86_400))
        #expect(filled.json["idempotency_key_lifetime_ms"] == 86_400_000)
        #expect(try FilledRequest(parsing: filled.serialized()) == filled)
        #expect(try exchange.client.fill(Sample.send().resending(filled)) == filled)
    }

    @Test("Every byte of the body is kept", arguments: ["a\u{0}b\u{1F}\"\\/", "é e\u{301} 👩‍👩‍👧", "", "\r\n\t\u{2028}"])
    func bytes(text: String) throws {
        let filled = try SampleExchange([]).client.fill(Sample.send(text))
        #expect(try FilledRequest(parsing: filled.serialized()).body == filled.body)
    }

    @Test("S08 what is kept holds no credential, no signature and nothing of the call's own header fields")
    func secrets() async throws {
        let exchange = try SampleExchange([.status(200)], definition: .signed)
        let options = CallOptions(headers: ["X-Gateway-Token": "CANARY"])
        let filled = try await exchange.client.send(Sample.deliver(), options: options).http.request
        let sent = try #require(exchange.transport.requests.first)
        #expect(sent.header("X-Gateway-Token") == "CANARY")
        let text = filled.json.description
        #expect(!text.contains("CANARY") && !text.contains("sk_test_1") && !text.contains("sha256="))
        #expect(!"\(filled)\(Mirror(reflecting: filled).children.map { $0 })".contains("evt_"))
    }

    @Test("What may do the work twice goes out only when that is allowed, and then once")
    func unkeyed() async throws {
        let exchange = try SampleExchange([.network(.unknown), .sent])
        let filled = try exchange.client.fill(Sample.send(resend: .never))
        let kept = try FilledRequest(json: filled.json)
        #expect(!kept.isRetrySafe)
        let refused = await #expect(throws: SampleError.self) { try await exchange.client.resend(kept) }
        #expect(
            refused?.message == "resending may do the work twice; pass allowsDuplicate: true to send it all the same"
        )
        #expect(exchange.transport.requests.isEmpty)
        let lost = await #expect(throws: SampleError.self) {
            try await exchange.client.resend(kept, allowsDuplicate: true)
        }
        #expect(lost?.delivery == .unknown && lost?.request == filled)
        #expect(exchange.transport.requests.count == 1)
    }

    @Test("Another API's request, and one for another URL, are refused before anything is sent")
    func misfits() async throws {
        let exchange = try SampleExchange([])
        let foreign = try SampleExchange([], definition: .signed).client.fill(Sample.deliver())
        let staged = try SampleExchange([]) { $0.baseURL = "https://stage.sample.test" }.client.fill(Sample.send())
        for (filled, message) in [
            (foreign, "resending is a request to signed, not to sample"),
            (staged, "resending was filled for another URL than this client's, https://api.sample.test"),
        ] {
            let refused = await #expect(throws: SampleError.self) { try await exchange.client.resend(filled) }
            #expect(refused?.message == message && refused?.delivery == .notSent)
        }
        #expect(exchange.transport.requests.isEmpty)
    }

    @Test("Errors are the client's own; an answer without a body is null, one that is no JSON was accepted")
    func answers() async throws {
        let refusal = #"{"message":"no","error_code":"bad"}"#
        let exchange = try SampleExchange([.json(422, refusal), .status(204), .json(200, "OK"), .sent])
        let filled = try exchange.client.fill(Sample.send())
        let refused = await #expect(throws: SampleError.self) { try await exchange.client.resend(filled) }
        #expect(refused?.report.code == "bad" && refused?.delivery == .rejected)
        #expect(try await exchange.client.resend(filled).value == .null)
        let odd = await #expect(throws: SampleError.self) { try await exchange.client.resend(filled) }
        #expect(odd?.delivery == .accepted)
        let sent = try await exchange.client.resend(filled, options: CallOptions(headers: ["X-Trace": "t"]))
        #expect(sent.value["data"]?["id"] == "m1")
        #expect(exchange.transport.requests.last?.header("X-Trace") == "t")
        let key = await #expect(throws: SampleError.self) {
            try await exchange.client.resend(filled, options: CallOptions(headers: ["idempotency-key": "k"]))
        }
        #expect(key?.message == "options.headers must not set idempotency-key")
    }

    @Test("Unknown members are ignored; another version is refused, whatever else it has")
    func versions() throws {
        var kept = try #require(SampleExchange([]).client.fill(Sample.send()).json.objectValue)
        kept["novelty"] = [1, ["a": nil]]
        #expect(try FilledRequest(json: .object(kept)).operation == "messages.send")
        let newer = try #require(throws: JSONError.self) {
            try FilledRequest(json: ["api": 1, "version": 4, "request": ["of": "another shape"]])
        }
        #expect(newer.path == "version" && newer.model == "FilledRequest")
        #expect("\(newer)".contains("1 to 3, the versions that this release reads; another release wrote this one"))
    }

    @Test(
        "S01 S02 a kept request that was changed to go elsewhere, or to smuggle something, is refused",
        arguments: [
            ("url", "https://evil.test/v1/messages"), ("url", "https://api.sample.test.evil.test/"),
            ("url", "https://api.sample.test@evil.test/"), ("url", "https://api.sample.test:8443/"),
            ("url", "https://api.sample.test/a b"), ("url", "https://api.sample.test/\r\nX: y"),
            ("url", "http://api.sample.test/v1"), ("base_url", "http://api.sample.test"), ("base_url", ""),
            ("method", "CONNECT"), ("method", "post"), ("resend", "always"), ("api", nil), ("operation", nil),
            ("version", nil), ("url", nil), ("headers", ["Host": "evil.test"]), ("headers", ["X": "a\r\nY: b"]),
            ("headers", ["Authorization": "Bearer x"]), ("headers", ["": "x"]), ("headers", ["X": 1]),
            ("body", 1), ("idempotency_key", ["k"]),
        ] as [(String, JSONValue?)]
    )
    func tampered(key: String, value: JSONValue?) throws {
        var kept = try #require(SampleExchange([]).client.fill(Sample.send()).json.objectValue)
        kept[key] = value
        let error = try #require(throws: JSONError.self) { try FilledRequest(json: .object(kept)) }
        #expect(!"\(error)".contains("evil"))
    }
}
