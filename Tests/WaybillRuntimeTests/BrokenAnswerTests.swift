import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

/// Calls whose answer began and was lost.
@Suite struct BrokenAnswerTests {
    private static let headers = fields([
        "X-Request-Id": "req_1", "X-RateLimit-Remaining": "4", "Retry-After": "3",
    ])

    private static func answer(_ status: Int) -> StubAnswer {
        .json(status, #"{"data":{"id":"m1"}}"#, headers: headers)
    }

    @Test("R02 a 200 that breaks off: one request, accepted, with what came of it", arguments: ResendPolicy.allCases)
    func accepted(resend: ResendPolicy) async throws {
        for reason in [TransportError.Reason.reset, .closed, .protocolViolation, .bodyTooLarge(limit: 8), .other] {
            let exchange = try SampleExchange([Self.answer(200).brokenOff(after: 8, reason: reason), .sent])
            let report = try await exchange.failure(
                of: Sample.send(resend: resend),
                options: CallOptions(maxAttempts: 9)
            )
            #expect(exchange.transport.requests.count == 1)
            #expect(report.attempts == 1)
            #expect(report.delivery == .accepted)
            #expect(report.status == 200)
            #expect(report.http?.requestID == "req_1")
            #expect(report.http?.rateLimit == RateLimit(remaining: 4))
            #expect(report.http?.text == #"{"data":"#)
            #expect(report.message == "\(reason) (answer with status 200 broke off)")
            #expect(exchange.client.core.lastRequestID == "req_1")
            guard case .transport(let fault) = report.kind else { throw UnexpectedSuccess() }
            #expect(fault.reason == reason)
        }
    }

    @Test("T03 a 200 that stalls until its limit is final, whatever limit it is", arguments: ResendPolicy.allCases)
    func stalled(resend: ResendPolicy) async throws {
        for options in [CallOptions(), CallOptions(callTimeout: .seconds(20))] {
            let exchange = try SampleExchange(
                [Self.answer(200).stalled(after: 8), .sent],
                clock: ManualClock(sleeping: .untilAdvanced)
            )
            async let failure = exchange.failure(of: Sample.send(resend: resend), options: options)
            await exchange.clock.waitForSleeps()
            exchange.clock.advance(by: .seconds(30))
            let report = try await failure
            guard case .timedOut = report.kind else { throw UnexpectedSuccess() }
            #expect(exchange.transport.requests.count == 1)
            #expect(report.delivery == .accepted)
            #expect(report.http?.text == #"{"data":"#)
        }
    }

    @Test("T03 a 503 that stalls until its attempt's limit is tried again as a 503 is")
    func stalledFailure() async throws {
        let answers = [Self.answer(503).stalled(), .sent, Self.answer(503).stalled(), .sent]
        let clock = ManualClock(sleeping: .atOnce(below: .seconds(5)))
        let exchange = try SampleExchange(answers, clock: clock)
        async let answer = exchange.client.send(Sample.send())
        await clock.waitForSleeps()
        clock.advance(by: .seconds(30))
        #expect(try await answer.http.attempts == 2)
    }

    @Test("R02 another status that breaks off decides as a whole answer does, Retry-After too")
    func otherStatuses() async throws {
        let throttled = try SampleExchange([Self.answer(429).brokenOff(), .sent])
        #expect(try await throttled.client.send(Sample.send(resend: .never)).http.attempts == 2)
        #expect(throttled.clock.sleeps == [.seconds(3)])
        let failed = try SampleExchange([Self.answer(503).brokenOff(), .sent])
        #expect(try await failed.client.send(Sample.send()).http.attempts == 2)
        let once = try SampleExchange([Self.answer(503).brokenOff(), .sent])
        let unkeyed = try await once.failure(of: Sample.send(resend: .never))
        #expect(unkeyed.attempts == 1 && unkeyed.delivery == .unknown && unkeyed.retryAfter == .seconds(3))
        let refused = try SampleExchange([Self.answer(400).brokenOff(), .sent])
        let report = try await refused.failure(of: Sample.send())
        #expect(report.attempts == 1 && report.delivery == .rejected && report.status == 400)
    }

    @Test("R07 a replayed failure that breaks off is final")
    func replayed() async throws {
        let headers = fields(["Idempotent-Replayed": "true"])
        let exchange = try SampleExchange([.json(500, "{}", headers: headers).brokenOff(), .sent])
        #expect(try await exchange.failure(of: Sample.send()).attempts == 1)
    }

    @Test("C05 a cancellation in the body of an answer keeps what came of it")
    func cancelled() async throws {
        let exchange = try SampleExchange([Self.answer(200).stalled(after: 8)])
        let task = Task { try await exchange.failure(of: Sample.send()) }
        while exchange.transport.requests.isEmpty { await Task.yield() }
        task.cancel()
        let report = try await task.value
        guard case .cancelled = report.kind else { throw UnexpectedSuccess() }
        #expect(report.delivery == .accepted)
        #expect(report.http?.requestID == "req_1")
    }
}
