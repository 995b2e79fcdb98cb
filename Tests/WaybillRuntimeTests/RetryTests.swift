import Testing
@_spi(Generated) import WaybillSigning
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct RetryTests {
    @Test("R03 three attempts unless said otherwise; one with maxAttempts 1")
    func attempts() async throws {
        let exchange = try SampleExchange(Array(repeating: .json(503, "{}"), count: 10))
        let report = try await exchange.failure(of: Sample.send())
        #expect(report.attempts == 3)
        #expect(exchange.transport.requests.count == 3)
        let single = try await exchange.failure(of: Sample.send(), options: CallOptions(maxAttempts: 1))
        #expect(single.attempts == 1)
        #expect(exchange.transport.requests.count == 4)
    }

    @Test("R03 no attempt at all is refused, for a client and for a call", arguments: [0, -1, Int.min])
    func none(maxAttempts: Int) async throws {
        #expect(throws: ConfigurationError.self) {
            try SampleExchange([]) { $0.retry = .documented(maxAttempts: maxAttempts) }
        }
        let exchange = try SampleExchange([.sent])
        let report = try await exchange.failure(of: Sample.send(), options: CallOptions(maxAttempts: maxAttempts))
        guard case .invalidArguments(let details) = report.kind else { throw UnexpectedSuccess() }
        #expect(details.violations.map(\.argument) == ["options.maxAttempts"])
        #expect(exchange.transport.requests.isEmpty)
    }

    @Test("R04 one key over all attempts, another one for another call")
    func keys() async throws {
        let exchange = try SampleExchange([.json(503, "{}"), .network(.unknown), .sent, .sent])
        let first = try await exchange.client.send(Sample.send())
        _ = try await exchange.client.send(Sample.send())
        let keys = exchange.transport.requests.map { $0.header("Idempotency-Key") ?? "" }
        #expect(Set(keys.prefix(3)).count == 1)
        #expect(keys[3] != keys[0])
        #expect(keys[0].hasPrefix("sample-") && keys[0].utf8.count == 43)
        #expect(first.http.request.idempotencyKey == keys[0])
        #expect(first.http.attempts == 3)
    }

    @Test("R04 the caller's key goes out as it is")
    func callersKey() async throws {
        let exchange = try SampleExchange([.sent])
        _ = try await exchange.client.send(Sample.send(key: #"order "1", of 3"#))
        #expect(exchange.transport.requests[0].header("Idempotency-Key") == #"order "1", of 3"#)
    }

    @Test("R04 made keys do not repeat")
    func manyKeys() {
        var filling = RequestFilling(clock: .system)
        var keys: Set<String> = []
        for _ in 0..<1_000_000 { keys.insert(filling.make("k-{uuid}")) }
        #expect(keys.count == 1_000_000)
    }

    @Test("R05 body bytes, made id and time are the same in all attempts")
    func bodies() async throws {
        let exchange = try SampleExchange([.json(500, "{}"), .json(503, "{}"), .status(202)])
        let answer = try await exchange.client.send(Sample.deliver())
        let bodies = exchange.transport.requests.map(\.body)
        #expect(bodies.count == 3)
        #expect(Set(bodies).count == 1)
        #expect(answer.http.request.body == bodies[0])
        let id = exchange.transport.requests[0].json?["event"]?["event_id"]?.stringValue
        #expect(id == answer.http.request.idempotencyKey)
        #expect(id?.hasPrefix("evt_") == true && id?.utf8.count == 36)
    }

    @Test("R06 each attempt is signed anew, with its own time, and verifies")
    func signing() async throws {
        let exchange = try SampleExchange(
            [.json(500, "{}"), .network(.unknown), .status(200)],
            definition: .signed
        )
        _ = try await exchange.client.send(Sample.deliver())
        let requests = exchange.transport.requests
        let times = requests.compactMap { $0.header("X-Timestamp").flatMap { Int64($0) } }
        // One second after the first failure, two after the second.
        #expect(times == [1_750_000_000, 1_750_000_001, 1_750_000_003])
        for (request, time) in zip(requests, times) {
            let signature = SignatureRecipe.simpleConnect.sign(
                [Credential("apiKey", "sk_test_1")],
                timestamp: time,
                body: request.body ?? []
            )
            #expect(request.header("X-Signature") == "sha256=" + signature)
        }
        #expect(exchange.clock.sleeps == [.seconds(1), .seconds(2)])
    }

    @Test("R07 a replayed failure is final, however many attempts are left")
    func replayed() async throws {
        let replayed = StubAnswer.json(500, "{}", headers: fields(["Idempotent-Replayed": "true"]))
        let exchange = try SampleExchange([replayed, .sent])
        let report = try await exchange.failure(of: Sample.send(), options: CallOptions(maxAttempts: 9))
        #expect(report.attempts == 1)
        #expect(report.http?.isReplayed == true)
    }

    @Test("R08 the last error is the one that is thrown")
    func lastError() async throws {
        let last = StubAnswer.json(
            504,
            #"{"message":"Too slow","error_code":"send_timeout"}"#,
            headers: fields(["X-Request-Id": "req_3"])
        )
        let exchange = try SampleExchange([.json(500, "{}"), .network(.unknown), last])
        let report = try await exchange.failure(of: Sample.send())
        #expect(report.attempts == 3)
        #expect(report.status == 504)
        #expect(report.code == "send_timeout")
        #expect(report.message == "Too slow")
        #expect(report.http?.requestID == "req_3")
        let line = "HTTP 504 send_timeout: Too slow (request id req_3, 3 attempts, delivery unknown)"
        #expect(report.description == "sample messages.send: " + line)
    }

    @Test("B03 a wait that would pass the call's deadline is not begun")
    func deadline() async throws {
        let throttled = StubAnswer.json(429, "{}", headers: fields(["Retry-After": "120"]))
        let exchange = try SampleExchange(
            [throttled, .sent],
            clock: ManualClock(sleeping: .atOnce(below: .seconds(5)))
        )
        let report = try await exchange.failure(of: Sample.send(), options: CallOptions(callTimeout: .seconds(30)))
        #expect(report.attempts == 1)
        #expect(report.status == 429)
        #expect(report.retryAfter == .seconds(120))
        #expect(exchange.clock.sleeps.isEmpty)
    }

    @Test("B04 without a deadline a long Retry-After waits for the cap")
    func cap() async throws {
        let throttled = StubAnswer.json(429, "{}", headers: fields(["Retry-After": "120"]))
        let clock = ManualClock(sleeping: .atOnce(below: .seconds(61)))
        let exchange = try SampleExchange([throttled, .sent], clock: clock) {
            $0.timeouts = Timeouts(attempt: .seconds(100))
        }
        _ = try await exchange.client.send(Sample.send())
        #expect(clock.sleeps == [.seconds(60)])
    }

    @Test("Walinko's waits: the table with jitter, Retry-After exactly, 0 at once")
    func waits() async throws {
        let clock = ManualClock(randomness: .fixed(.max))
        let answers: [StubAnswer] = [
            .json(503, "{}"), .json(429, "{}", headers: fields(["Retry-After": "3"])),
            .json(429, "{}", headers: fields(["Retry-After": "0"])), .sent,
        ]
        let exchange = try SampleExchange(answers, clock: clock) { $0.retry = .documented(maxAttempts: 4) }
        _ = try await exchange.client.send(Sample.send())
        let sleeps = clock.sleeps
        #expect(sleeps.count == 2)
        #expect(sleeps[0] > .milliseconds(349) && sleeps[0] <= .milliseconds(350))
        #expect(sleeps[1] == .seconds(3))
    }

    @Test("Nothing else is tried again", arguments: [400, 401, 403, 404, 409, 422, 501, 505])
    func final(status: Int) async throws {
        let exchange = try SampleExchange([.json(status, "{}"), .sent])
        let report = try await exchange.failure(of: Sample.send())
        #expect(report.status == status)
        #expect(exchange.transport.requests.count == 1)
    }

    @Test("R02 an unkeyed POST is sent again only where nothing can have happened")
    func unkeyed() async throws {
        let unknown = try SampleExchange([.network(.unknown), .sent])
        #expect(try await unknown.failure(of: Sample.send(resend: .never)).delivery == .unknown)
        #expect(unknown.transport.requests.count == 1)
        let refused = try SampleExchange([.network(.neverSent, .refused), .sent])
        #expect(try await refused.client.send(Sample.send(resend: .never)).http.attempts == 2)
    }

    @Test(
        "F35 a retry wants a fresh connection, and what must not be repeated wants one at once",
        arguments: [(ResendPolicy.safe, false), (.keyed, false), (.documented, false), (.never, true)]
    )
    func freshConnections(resend: ResendPolicy, wantsFreshFirst: Bool) async throws {
        let transport = RefusedTransport()
        let exchange = try SampleExchange([]) { $0.transport = transport }
        _ = try await exchange.failure(of: Sample.send(resend: resend))
        #expect(transport.requests.map(\.wantsFreshConnection) == [wantsFreshFirst, true, true])
    }
}
