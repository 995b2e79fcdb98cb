import TestSupport
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

/// A client that keeps to a rate, by a clock that is moved by hand.
@Suite struct PacingTests {
    private let clock = ManualClock()
    private let waiting = ManualClock(sleeping: .untilAdvanced)

    private func exchange(
        _ count: Int,
        _ pacing: Pacing,
        _ clock: ManualClock,
        _ adjust: (inout ClientConfiguration) -> Void = { _ in }
    ) throws -> SampleExchange {
        try SampleExchange(Array(repeating: .sent, count: count), clock: clock) {
            $0.pacing = pacing
            adjust(&$0)
        }
    }

    private static let two = Pacing.limit(2, per: .seconds(5))
    private static let one = Pacing.limit(1, per: .seconds(5), margin: .zero)

    @Test("a call waits for its place, and says so to observers and at the level debug")
    func waits() async throws {
        let (events, log) = (EventLog(), LineLog())
        let exchange = try exchange(3, Self.two, clock) {
            $0.observers = [events]
            $0.logger = log.logger
        }
        for _ in 0..<3 { _ = try await exchange.client.send(Sample.fetch()) }
        #expect(clock.sleeps == [.milliseconds(5_100)])
        #expect(events.lines.filter { $0.hasPrefix("wait") } == ["wait of 5.1 seconds before attempt 1/3: pacing"])
        #expect(log.messages == ["debug: [sample] waiting 5.1 s for a place under the rate"])
    }

    @Test("the documented rates: an operation's own, in several windows, or the API's; off unless asked for")
    func documented() async throws {
        let plain = SampleClient.definition
        let definition = ClientDefinition(
            api: plain.api,
            authentication: plain.authentication,
            envelope: "data",
            retry: plain.retry,
            rates: [RequestRate(1, per: .seconds(5))],
            operationRates: ["messages.send": [RequestRate(1, per: .seconds(1)), RequestRate(2, per: .seconds(8))]]
        )
        let answers = Array(repeating: StubAnswer.sent, count: 5)
        let exchange = try SampleExchange(answers, definition: definition, clock: clock) { $0.pacing = .documented }
        for _ in 0..<3 { _ = try await exchange.client.send(Sample.send()) }
        for _ in 0..<2 { _ = try await exchange.client.send(Sample.fetch()) }
        #expect(clock.sleeps == [.milliseconds(1_020), .milliseconds(7_140), .milliseconds(5_100)])
        let unpaced = try SampleExchange(answers, definition: definition)
        for _ in 0..<5 { _ = try await unpaced.client.send(Sample.send()) }
        #expect(unpaced.clock.sleeps.isEmpty)
        let undocumented = try self.exchange(5, .documented, ManualClock())
        for _ in 0..<5 { _ = try await undocumented.client.send(Sample.send()) }
        #expect(undocumented.clock.sleeps.isEmpty)
    }

    @Test("a request that was kept has its operation's rate")
    func kept() async throws {
        let definition = ClientDefinition(
            api: "sample",
            authentication: Authentication(headers: ["Authorization": "Bearer {apiKey}"]),
            operationRates: ["messages.send": [RequestRate(1, per: .seconds(5))]]
        )
        let exchange = try SampleExchange([.sent, .sent], definition: definition, clock: clock) {
            $0.pacing = .documented
        }
        let filled = try exchange.client.fill(Sample.send())
        for _ in 0..<2 { _ = try await exchange.client.resend(filled) }
        #expect(clock.sleeps == [.milliseconds(5_100)])
    }

    @Test("clients with one key share its places, those with another have their own")
    func shared() async throws {
        for (key, isShared) in [("k-1", true), ("k-2", false)] {
            let clock = ManualClock()
            let configuration = ClientConfiguration(
                pacing: Self.one,
                transport: StubTransport(.sent, .sent),
                clock: clock.runtime
            )
            for key in ["k-1", key] {
                _ = try await SampleClient(apiKey: key, configuration: configuration).send(Sample.fetch())
            }
            #expect(clock.sleeps.isEmpty != isShared)
        }
    }

    @Test("each attempt takes a place")
    func retries() async throws {
        let exchange = try SampleExchange([.json(503, "{}"), .sent], clock: clock) {
            $0.pacing = Self.one
            $0.retry = .table(maxAttempts: 2, delays: [.seconds(1)])
        }
        _ = try await exchange.client.send(Sample.fetch())
        #expect(clock.sleeps.count == 2)
        #expect(clock.uptime == .seconds(5))
    }

    @Test("the wait is no part of the attempt's limit; what is signed is signed after it")
    func afterTheWait() async throws {
        let exchange = try SampleExchange([.status(200), .silence], definition: .signed, clock: waiting) {
            $0.pacing = Self.one
            $0.retry = .never
        }
        _ = try await exchange.client.send(Sample.deliver())
        async let failure = exchange.failure(of: Sample.deliver())
        await waiting.waitForSleeps()
        #expect(waiting.pendingSleeps == [.seconds(5)])
        waiting.advance(by: .seconds(5))
        await waiting.waitForSleeps()
        #expect(waiting.pendingSleeps == [.seconds(30)])
        waiting.advance(by: .seconds(30))
        #expect(try await failure.delivery == .unknown)
        #expect(exchange.transport.requests.map { $0.header("X-Timestamp") } == ["1750000000", "1750000005"])
    }

    @Test("a place after the call's limit is not waited for, and not taken")
    func tooFar() async throws {
        let exchange = try exchange(3, Self.one, clock)
        _ = try await exchange.client.send(Sample.fetch())
        let report = try await exchange.failure(of: Sample.fetch(), options: CallOptions(callTimeout: .seconds(3)))
        guard case .timedOut(let expiry) = report.kind else { throw UnexpectedSuccess() }
        #expect(expiry == ExpiredTimeout(limit: .call, duration: .seconds(3)))
        #expect(report.message == "there is no place under the rate within the call limit of 3 s")
        #expect(report.delivery == .notSent)
        #expect(report.attempts == 0)
        #expect(clock.sleeps.isEmpty)
        for _ in 0..<2 { _ = try await exchange.client.send(Sample.fetch()) }
        #expect(clock.sleeps == [.seconds(5), .seconds(5)])
    }

    @Test("who is cancelled while waiting gives the place back")
    func cancelled() async throws {
        let exchange = try exchange(3, Self.one, waiting) { $0.timeouts = Timeouts(attempt: .seconds(30)) }
        _ = try await exchange.client.send(Sample.fetch())
        let waiter = Task { try await exchange.failure(of: Sample.fetch()) }
        await waiting.waitForSleeps()
        waiter.cancel()
        let report = try await waiter.value
        guard case .cancelled = report.kind else { throw UnexpectedSuccess() }
        #expect(report.delivery == .notSent)
        let next = Task { try await exchange.client.send(Sample.fetch()) }
        await waiting.waitForSleeps()
        #expect(waiting.pendingSleeps == [.seconds(5)])
        waiting.advance(by: .seconds(5))
        _ = try await next.value
    }

    @Test("in a process calls go in their order, those with a higher priority first")
    func priorities() async throws {
        let transport = StubTransport { _ in .sent }
        let exchange = try SampleExchange(transport, clock: waiting) { $0.pacing = Self.one }
        _ = try await exchange.client.send(Sample.fetch("first"))
        let priorities: [CallPriority?] = [.background, .background, nil, .interactive, .interactive]
        let calls = await withTaskGroup { group in
            for (index, priority) in priorities.enumerated() {
                group.addTask {
                    let options = CallOptions(priority: priority)
                    _ = try? await exchange.client.send(Sample.fetch("\(index)"), options: options)
                }
                await waiting.waitForSleeps(index + 1)
            }
            for count in priorities.indices {
                // A call that got another place looks at the time anew before it sleeps.
                await waiting.waitForSleeps(priorities.count - count)
                waiting.advance(by: .seconds(5))
                while transport.requests.count < count + 2 { await Task.yield() }
            }
            await group.waitForAll()
            return transport.requests.map { $0.url.split(separator: "/").last.map(String.init) ?? "" }
        }
        #expect(calls == ["first", "3", "4", "2", "0", "1"])
    }

    @Test("a 429 all the same holds everybody with the same key, as long as the service says")
    func refused() async throws {
        let refusal = StubAnswer.json(429, "{}", headers: fields(["Retry-After": "7"]))
        let refused = try SampleExchange([refusal], clock: clock) {
            $0.pacing = .limit(100, per: .seconds(1))
            $0.retry = .never
        }
        _ = try await refused.failure(of: Sample.fetch())
        let other = try exchange(1, .limit(100, per: .seconds(1)), clock)
        _ = try await other.client.send(Sample.fetch())
        #expect(clock.sleeps == [.seconds(7)])
    }

    @Test("who waits already is held too")
    func refusedWhileWaiting() async throws {
        let transport = StubTransport { _ in .sent }
        let exchange = try SampleExchange(transport, clock: waiting) { $0.pacing = Self.one }
        _ = try await exchange.client.send(Sample.fetch())
        let waiter = Task { try await exchange.client.send(Sample.fetch()) }
        await waiting.waitForSleeps()
        await exchange.client.core.pace?.hold("messages.fetch", for: .seconds(20))
        waiting.advance(by: .seconds(5))
        await waiting.waitForSleeps()
        #expect(waiting.pendingSleeps == [.seconds(15)])
        waiting.advance(by: .seconds(15))
        _ = try await waiter.value
        #expect(transport.requests.count == 2)
    }

    @Test("a service cannot hold everybody for longer than a window, or a minute")
    func longestHold() async throws {
        let refusal = StubAnswer.json(429, "{}", headers: fields(["Retry-After": "86400"]))
        let clock = ManualClock(sleeping: .atOnce(below: .seconds(100)))
        let exchange = try SampleExchange([refusal, .sent], clock: clock) {
            $0.pacing = .limit(100, per: .seconds(1))
            $0.retry = .never
            $0.timeouts = Timeouts(attempt: .seconds(200))
        }
        _ = try await exchange.failure(of: Sample.fetch())
        _ = try await exchange.client.send(Sample.fetch())
        #expect(exchange.clock.sleeps == [.seconds(60)])
    }

    @Test(
        "rates that make no sense are refused",
        arguments: [
            Pacing.limit(0, per: .seconds(1)), .limit(1, per: .zero), .limit(1, per: .seconds(40_000_000)),
            .limit(1, per: .seconds(1), margin: .seconds(-1)),
            .documented(sharedBy: InMemoryPacer(), whenAway: .share(of: 0)),
        ]
    )
    func senseless(_ pacing: Pacing) {
        #expect(throws: ConfigurationError.self) { try exchange(0, pacing, clock) }
    }

    @Test("the usual margin is a fiftieth of the window, and half a second at most; shares of a rate")
    func rates() {
        #expect(RequestRate(200, per: .seconds(1)).usualMargin == .milliseconds(20))
        #expect(RequestRate(30, per: .seconds(60)).usualMargin == .milliseconds(500))
        #expect(RequestRate(30, per: .seconds(60)).share(of: 8) == RequestRate(3, per: .seconds(60)))
        #expect(RequestRate(30, per: .seconds(60)).share(of: 100) == RequestRate(1, per: .seconds(200)))
    }
}
