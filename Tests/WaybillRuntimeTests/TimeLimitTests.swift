import Synchronization
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct TimeLimitTests {
    @Test("T09 an attempt's limit is waited for as it stands, and never fires early", arguments: [900, 1_900])
    func realTime(milliseconds: Int) async throws {
        let limit = Duration.milliseconds(milliseconds)
        let waits = Mutex<[Duration]>([])
        var clock = RuntimeClock.system
        clock.sleep = { [sleep = clock.sleep] duration in
            waits.withLock { $0.append(duration) }
            try await sleep(duration)
        }
        let configuration = ClientConfiguration(
            timeouts: Timeouts(attempt: limit),
            retry: .never,
            transport: StubTransport(.silence),
            clock: clock
        )
        let core = try SampleClient(configuration: configuration).core
        let start = ContinuousClock.now
        await #expect(throws: FailureReport.self) { try await core.send(Sample.fetch()) }
        #expect(ContinuousClock.now - start >= limit)
        #expect(waits.withLock { $0 } == [limit])
    }

    @Test("T14 the error names the limit and its length; the attempt may have arrived")
    func attemptLimit() async throws {
        let exchange = try SampleExchange([.silence], clock: ManualClock(sleeping: .untilAdvanced)) {
            $0.retry = .never
        }
        async let failure = exchange.failure(of: Sample.send())
        await exchange.clock.waitForSleeps()
        exchange.clock.advance(by: .seconds(30))
        let report = try await failure
        guard case .timedOut(let expiry) = report.kind else { throw UnexpectedSuccess() }
        #expect(expiry == ExpiredTimeout(limit: .attempt, duration: .seconds(30)))
        #expect(report.delivery == .unknown)
        #expect(report.message == "the attempt limit of 30 s passed")
    }

    @Test("T02 a keyed operation is tried again after its attempt's limit")
    func retried() async throws {
        let exchange = try SampleExchange([.silence, .sent], clock: ManualClock(sleeping: .atOnce(below: .seconds(5))))
        async let answer = exchange.client.send(Sample.send())
        await exchange.clock.waitForSleeps()
        exchange.clock.advance(by: .seconds(30))
        #expect(try await answer.http.attempts == 2)
    }

    @Test("T08 the call's limit cuts an attempt short, and is final")
    func callLimit() async throws {
        let exchange = try SampleExchange([.silence, .sent], clock: ManualClock(sleeping: .untilAdvanced))
        async let failure = exchange.failure(of: Sample.send(), options: CallOptions(callTimeout: .seconds(3)))
        await exchange.clock.waitForSleeps()
        #expect(exchange.clock.pendingSleeps == [.seconds(3)])
        exchange.clock.advance(by: .seconds(3))
        let report = try await failure
        guard case .timedOut(let expiry) = report.kind else { throw UnexpectedSuccess() }
        #expect(expiry == ExpiredTimeout(limit: .call, duration: .seconds(3)))
        #expect(report.attempts == 1)
    }

    @Test("T07 an API that always fails is left at the call's deadline")
    func alwaysFailing() async throws {
        let transport = StubTransport { _ in .json(503, "{}") }
        let clock = ManualClock(randomness: .fixed(0))
        let exchange = try SampleExchange(transport, clock: clock) {
            $0.retry = .table(maxAttempts: 100, delays: [.milliseconds(700)])
            $0.timeouts = Timeouts(call: .seconds(30))
            // Only the waits between attempts pass at once; what is left of the call's limit never does.
            let wait = $0.clock.sleep
            $0.clock.sleep = { try await $0 == .milliseconds(700) ? wait($0) : Task.sleep(for: .seconds(60)) }
        }
        let report = try await exchange.failure(of: Sample.send())
        #expect(report.status == 503)
        #expect(clock.uptime == .milliseconds(29_400))
        #expect(report.attempts == 43)
    }

    @Test("T12 limits follow the uptime, signatures the wall clock")
    func wallClock() async throws {
        let clock = ManualClock(sleeping: .untilAdvanced)
        let exchange = try SampleExchange([.silence, .status(200)], definition: .signed, clock: clock)
        async let answer = exchange.client.send(Sample.deliver())
        await clock.waitForSleeps()
        clock.setNow(.seconds(1_750_003_600))
        clock.advance(by: .seconds(30))
        await clock.waitForSleeps()
        clock.advance(by: .seconds(1))
        #expect(try await answer.http.attempts == 2)
        let times = exchange.transport.requests.map { $0.header("X-Timestamp") }
        #expect(times == ["1750000000", "1750003631"])
    }

    @Test(
        "T10 limits that make no sense are refused",
        arguments: [Duration.zero, .seconds(-1), .seconds(Int64.max), .seconds(86_401), .nanoseconds(-1)]
    )
    func refused(limit: Duration) async throws {
        for timeouts in [Timeouts(connect: limit), Timeouts(attempt: limit), Timeouts(call: limit)] {
            #expect(throws: ConfigurationError.self) { try SampleExchange([]) { $0.timeouts = timeouts } }
        }
        let exchange = try SampleExchange([.sent])
        let options = CallOptions(attemptTimeout: limit, callTimeout: limit)
        let report = try await exchange.failure(of: Sample.send(), options: options)
        guard case .invalidArguments(let details) = report.kind else { throw UnexpectedSuccess() }
        #expect(details.violations.map(\.argument) == ["options.attemptTimeout", "options.callTimeout"])
    }

    @Test("T10 an answer of no bytes at all is no limit", arguments: [0, -1, Int.min])
    func refusedSize(bytes: Int) {
        #expect(throws: ConfigurationError.self) { try SampleExchange([]) { $0.maxResponseBytes = bytes } }
    }

    @Test("A connect limit of the transport is reported as one, and tried again in every class")
    func connectLimit() async throws {
        let late = StubAnswer.network(.neverSent, .connectTimedOut)
        let exchange = try SampleExchange([late, late, late])
        let report = try await exchange.failure(of: Sample.send(resend: .never))
        guard case .timedOut(let expiry) = report.kind else { throw UnexpectedSuccess() }
        #expect(expiry == ExpiredTimeout(limit: .connect, duration: .seconds(10)))
        #expect(report.attempts == 3)
        #expect(report.delivery == .notSent)
    }

    @Test("A response that is complete when the limit passes counts")
    func late() async throws {
        let clock = ManualClock(sleeping: .untilAdvanced)
        let transport = StubTransport { _ in
            clock.advance(by: .seconds(31))
            return .sent
        }
        let exchange = try SampleExchange(transport, clock: clock)
        #expect(try await exchange.client.send(Sample.send()).status == "sent")
    }
}
