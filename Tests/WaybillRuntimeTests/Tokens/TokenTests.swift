import HTTPTypes
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct TokenTests {
    @Test("the request for a token is that of RFC 6749, section 4.4.2, and its answer that of section 5.1")
    func wire() async throws {
        let answer = StubAnswer.json(
            200,
            """
            {"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"example","expires_in":3600,\
            "example_parameter":"example_value"}
            """
        )
        let exchange = try TokenExchange(tokens: [answer])
        _ = try await exchange.client.send(Sample.fetch())
        let request = try #require(exchange.asked.first)
        #expect(request.method == .post && request.url == "https://api.sample.test/oauth/token")
        #expect(request.header("Authorization") == "Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW")
        #expect(request.header("Content-Type") == "application/x-www-form-urlencoded")
        #expect(request.header("Accept") == "application/json")
        #expect(request.text == "grant_type=client_credentials")
        #expect(exchange.sent == ["2YotnFZFEjr1zCsicMWpAA"])
    }

    @Test("P01 however many callers come at once, one token is asked for")
    func singleFlight() async throws {
        let gate = TokenGate()
        let exchange = try TokenExchange(gate: gate)
        try await withThrowingTaskGroup { group in
            for _ in 0..<60 { group.addTask { _ = try await exchange.client.send(Sample.fetch()) } }
            await gate.waitForArrival()
            gate.open()
            try await group.waitForAll()
        }
        #expect(exchange.asked.count == 1)
        #expect(exchange.sent == Array(repeating: "t1", count: 60))
    }

    @Test("C03 a caller that is cancelled leaves the others, and the request for the token, as they are")
    func cancellation() async throws {
        let gate = TokenGate()
        let exchange = try TokenExchange(gate: gate)
        let first = Task { try await exchange.failure(of: Sample.fetch()) }
        await gate.waitForArrival()
        let second = Task { try await exchange.client.send(Sample.fetch()).value.id }
        first.cancel()
        let report = try await first.value
        if case .cancelled = report.kind {} else { Issue.record("\(report)") }
        #expect(report.delivery == .notSent && report.attempts == 0)
        gate.open()
        #expect(try await second.value == "m1")
        #expect(exchange.asked.count == 1)
        #expect(exchange.sent == ["t1"])
    }

    @Test("a call's own limit ends its wait for a token, and nothing was sent")
    func callLimit() async throws {
        let gate = TokenGate()
        let clock = ManualClock(sleeping: .untilAdvanced)
        let exchange = try TokenExchange(clock: clock, gate: gate)
        let call = Task {
            try await exchange.failure(of: Sample.fetch(), options: CallOptions(callTimeout: .seconds(5)))
        }
        await gate.waitForArrival()
        // Those of the call and of the token's attempt.
        await clock.waitForSleeps(2)
        clock.advance(by: .seconds(5))
        let report = try await call.value
        if case .timedOut(let expiry) = report.kind {
            #expect(expiry.limit == .call)
        } else {
            Issue.record("\(report)")
        }
        #expect(report.delivery == .notSent)
        gate.open()
    }

    @Test("a token is replaced before its end: by the margin, but never in the first half of its life")
    func margin() async throws {
        let exchange = try TokenExchange(tokens: [.token("t1", seconds: 3600), .token("t2", seconds: 60), .token("t3")])
        _ = try await exchange.client.send(Sample.fetch())
        exchange.clock.advance(by: .seconds(3539))
        _ = try await exchange.client.send(Sample.fetch())
        exchange.clock.advance(by: .seconds(1))
        _ = try await exchange.client.send(Sample.fetch())
        exchange.clock.advance(by: .seconds(29))
        _ = try await exchange.client.send(Sample.fetch())
        exchange.clock.advance(by: .seconds(1))
        _ = try await exchange.client.send(Sample.fetch())
        #expect(exchange.sent == ["t1", "t1", "t2", "t2", "t3"])
    }

    @Test("a token that cannot be replaced early is used to its end")
    func lateReplacement() async throws {
        let recipe = TokenRecipe.oauth(end: .seconds("expires_in"))
        let exchange = try TokenExchange(recipe, tokens: [.token("t1"), .status(503), .status(503), .token("t2")])
        _ = try await exchange.client.send(Sample.fetch())
        exchange.clock.advance(by: .seconds(3599))
        _ = try await exchange.client.send(Sample.fetch())
        exchange.clock.advance(by: .seconds(1))
        #expect(try await exchange.failure(of: Sample.fetch()).tokenFault?.reason == .refused(status: 503))
        _ = try await exchange.client.send(Sample.fetch())
        #expect(exchange.sent == ["t1", "t1", "t2"])
    }

    @Test(
        "after a 401 any request goes out once more with another token, also one without a key and of one attempt",
        arguments: [ResendPolicy.never, .keyed, .safe]
    )
    func refusedToken(resend: ResendPolicy) async throws {
        let exchange = try TokenExchange { $0.header("Authorization") == "Bearer t1" ? .status(401) : .sent }
        let answer = try await exchange.client.send(Sample.send(resend: resend), options: CallOptions(maxAttempts: 1))
        #expect(answer.value.id == "m1" && answer.http.attempts == 2)
        #expect(exchange.sent == ["t1", "t2"])
        let requests = exchange.transport.requests.filter { $0.path == "/v1/messages" }
        #expect(requests.count == 2 && requests[0].body == requests[1].body)
        #expect(requests[0].header("Idempotency-Key") == requests[1].header("Idempotency-Key"))
    }

    @Test("a second 401 is the end: no loop, and nothing was carried out")
    func noLoop() async throws {
        let exchange = try TokenExchange { _ in .json(401, #"{"message":"no"}"#) }
        let report = try await exchange.failure(of: Sample.send(resend: .never))
        #expect(report.status == 401 && report.attempts == 2 && report.delivery == .rejected)
        #expect(exchange.sent == ["t1", "t2"])
        #expect(exchange.asked.count == 2)
    }

    @Test("calls whose common token is refused have it replaced once")
    func commonRefusal() async throws {
        let exchange = try TokenExchange { $0.header("Authorization") == "Bearer t1" ? .status(401) : .sent }
        try await withThrowingTaskGroup { group in
            for _ in 0..<20 { group.addTask { _ = try await exchange.client.send(Sample.send(resend: .never)) } }
            try await group.waitForAll()
        }
        #expect(exchange.asked.count == 2)
        #expect(exchange.sent.count { $0 == "t2" } == 20)
    }

    @Test("the renewal takes no attempt from the plan, and a failure behind it is retried as usual")
    func planAfterRenewal() async throws {
        let exchange = try TokenExchange { request in
            if request.header("Authorization") == "Bearer t1" { return .status(401) }
            return request.number < 5 ? .status(503) : .sent
        }
        let answer = try await exchange.client.send(Sample.send())
        #expect(answer.http.attempts == 3)
        #expect(exchange.sent == ["t1", "t2", "t2"])
    }
}
