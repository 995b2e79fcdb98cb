import Synchronization
import TestSupport
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

/// Many calls of a client before a pacer that is shared with others, and one that is slow.
@Suite struct SharedPacingTests {
    /// The pacer in memory, each of whose answers takes a time.
    private final class SlowPacer: Pacer {
        private let pacer: InMemoryPacer
        private let clock: ManualClock
        private let delays: Mutex<[Duration]>
        private let log = Mutex<(asked: Int, released: Int)>((0, 0))

        init(_ clock: ManualClock, _ delays: [Duration] = []) {
            self.clock = clock
            self.delays = Mutex(delays)
            pacer = InMemoryPacer(clock: clock.runtime)
        }

        var asked: Int { log.withLock { $0.asked } }
        var released: Int { log.withLock { $0.released } }

        func reserve(
            _ key: String,
            _ rates: [RequestRate],
            after lead: Duration,
            within limit: Duration?
        ) -> PacePlace? {
            log.withLock { $0.asked += 1 }
            let place = pacer.reserve(key, rates, after: lead, within: limit)
            if let delay = delays.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { clock.advance(by: delay) }
            return place
        }

        func release(_ key: String, _ place: PacePlace) {
            pacer.release(key, place)
            log.withLock { $0.released += 1 }
        }

        func hold(_ key: String, for duration: Duration) { pacer.hold(key, for: duration) }
    }

    private func exchange(_ pacer: SlowPacer, _ clock: ManualClock, _ pacing: Pacing) throws -> SampleExchange {
        try SampleExchange(StubTransport { _ in .sent }, clock: clock) { $0.pacing = pacing }
    }

    @Test("a place whose time has passed when the answer comes is given back, and another taken")
    func late() async throws {
        let clock = ManualClock()
        let pacer = SlowPacer(clock, [.seconds(1)])
        let exchange = try exchange(pacer, clock, .limit(2, per: .seconds(5), sharedBy: pacer))
        _ = try await exchange.client.send(Sample.fetch())
        #expect(pacer.asked == 2)
        while pacer.released < 1 { await Task.yield() }
        // The second place was asked for after a second, and for two later; the clocks are at most a second apart.
        #expect(clock.uptime == .milliseconds(3_000))
    }

    @Test("a pacer that is always slow is asked for places that are still to come when its answers are here")
    func alwaysLate() async throws {
        let clock = ManualClock()
        let pacer = SlowPacer(clock, Array(repeating: .milliseconds(700), count: 9))
        let exchange = try exchange(pacer, clock, .limit(100, per: .seconds(5), sharedBy: pacer))
        for _ in 0..<3 { _ = try await exchange.client.send(Sample.fetch()) }
        #expect(pacer.asked == 4)
        // The first place had passed. The others came 1.4 s after the question, on a clock that is up to 0.7 s ahead.
        #expect(clock.uptime == .milliseconds(700 + 3 * 1_750))
    }

    @Test("where answers take ever longer, a call goes out with its eighth place")
    func everLater() async throws {
        let clock = ManualClock()
        // Each takes a little more than twice as long as the one before, and none as long as a pacer may take.
        let delays = [12, 25, 51, 104, 210, 422, 846, 1_694].map { Duration.milliseconds($0) }
        let pacer = SlowPacer(clock, [.zero] + delays)
        let exchange = try exchange(
            pacer,
            clock,
            .limit(100, per: .seconds(5), margin: .milliseconds(1), sharedBy: pacer)
        )
        for _ in 0..<2 { _ = try await exchange.client.send(Sample.fetch()) }
        #expect(pacer.asked == 1 + 8)
        #expect(exchange.transport.requests.count == 2)
    }

    @Test("a slow answer does not shift a place that is still to come, once a fast one has shown the pacer's clock")
    func slow() async throws {
        let clock = ManualClock()
        let pacer = SlowPacer(clock, [.zero, .seconds(1)])
        let exchange = try exchange(
            pacer,
            clock,
            .limit(1, per: .seconds(5), margin: .milliseconds(100), sharedBy: pacer)
        )
        for _ in 0..<2 { _ = try await exchange.client.send(Sample.fetch()) }
        #expect(clock.uptime - .milliseconds(5_100) < .milliseconds(1))
        #expect(pacer.asked == 2)
    }

    @Test("calls that begin at once take so many places ahead; one with a higher priority does not wait for them")
    func ahead() async throws {
        let clock = ManualClock(sleeping: .untilAdvanced)
        let pacer = SlowPacer(clock)
        let transport = StubTransport { _ in .sent }
        let exchange = try SampleExchange(transport, clock: clock) {
            $0.pacing = .limit(1, per: .seconds(5), margin: .zero, sharedBy: pacer)
        }
        await withTaskGroup { group in
            for index in 0..<40 {
                group.addTask {
                    _ = try? await exchange.client.send(
                        Sample.fetch("\(index)"),
                        options: CallOptions(priority: .background)
                    )
                }
            }
            await clock.waitForSleeps(16)
            #expect(pacer.asked == 17)
            group.addTask {
                _ = try? await exchange.client.send(
                    Sample.fetch("person"),
                    options: CallOptions(priority: .interactive)
                )
            }
            while pacer.asked < 18 { await Task.yield() }
            await clock.waitForSleeps(17)
            clock.advance(by: .seconds(5))
            while transport.requests.count < 2 { await Task.yield() }
            #expect(transport.requests.last?.url.hasSuffix("person") == true)
            group.cancelAll()
        }
    }

    @Test("who could have no place before its limit does not wait for its turn to ask")
    func full() async throws {
        let clock = ManualClock(sleeping: .untilAdvanced)
        let pacer = SlowPacer(clock)
        let exchange = try exchange(pacer, clock, .limit(1, per: .seconds(5), margin: .zero, sharedBy: pacer))
        await withTaskGroup { group in
            for _ in 0..<17 { group.addTask { _ = try? await exchange.client.send(Sample.fetch()) } }
            await clock.waitForSleeps(16)
            let options = CallOptions(callTimeout: .seconds(60))
            let report = try? await exchange.failure(of: Sample.fetch(), options: options)
            #expect(report?.message == "there is no place under the rate within the call limit of 60 s")
            #expect(report?.delivery == .notSent)
            #expect(pacer.asked == 17)
            group.cancelAll()
        }
    }
}
