import Testing
import WaybillRuntime
import WaybillTesting

@Suite struct ManualClockTests {
    @Test("A short sleep returns at once, is recorded and moves both times")
    func atOnce() async throws {
        let clock = ManualClock(now: .seconds(100))
        try await clock.runtime.sleep(.milliseconds(250))
        try await clock.runtime.sleep(.seconds(2))
        #expect(clock.sleeps == [.milliseconds(250), .seconds(2)])
        #expect(clock.runtime.uptime() == .milliseconds(2_250))
        #expect(clock.runtime.now() == .milliseconds(102_250))
    }

    @Test("A sleep that reaches the bound waits until the clock has passed it")
    func limit() async throws {
        let clock = ManualClock(sleeping: .atOnce(below: .seconds(5)))
        let sleeper = Task { try await clock.runtime.sleep(.seconds(5)) }
        await clock.waitForSleeps()
        #expect(clock.pendingSleeps == [.seconds(5)])
        try await clock.runtime.sleep(.seconds(3))
        #expect(clock.pendingSleeps == [.seconds(5)])
        try await clock.runtime.sleep(.seconds(2))
        try await sleeper.value
        #expect(clock.pendingSleeps.isEmpty)
        #expect(clock.sleeps == [.seconds(3), .seconds(2), .seconds(5)])
    }

    @Test("Sleeps that are advanced end in the order of their ends, not before")
    func advanced() async throws {
        let clock = ManualClock(sleeping: .untilAdvanced)
        let tasks = [3, 1, 2].map { seconds in Task { try await clock.runtime.sleep(.seconds(seconds)) } }
        await clock.waitForSleeps(3)
        clock.advance(by: .milliseconds(999))
        #expect(clock.sleeps.isEmpty)
        clock.advance(by: .milliseconds(1_001))
        #expect(clock.sleeps == [.seconds(1), .seconds(2)])
        clock.advance(by: .seconds(1))
        for task in tasks { try await task.value }
        #expect(clock.sleeps == [.seconds(1), .seconds(2), .seconds(3)])
    }

    @Test("C03 a cancelled sleep throws, and is not counted", arguments: [true, false])
    func cancelled(beforeItBegins: Bool) async throws {
        let clock = ManualClock(sleeping: .untilAdvanced)
        let task = Task {
            while beforeItBegins, !Task.isCancelled { await Task.yield() }
            try await clock.runtime.sleep(.seconds(1))
        }
        if !beforeItBegins { await clock.waitForSleeps() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(clock.sleeps.isEmpty)
        #expect(clock.pendingSleeps.isEmpty)
    }

    @Test("C11 a thousand cancellations against their ends: every sleep ends once")
    func races() async throws {
        let clock = ManualClock(sleeping: .untilAdvanced)
        for _ in 0..<1_000 {
            let task = Task { try await clock.runtime.sleep(.seconds(1)) }
            async let advance: Void = clock.advance(by: .seconds(1))
            task.cancel()
            await advance
            _ = await task.result
        }
        #expect(clock.pendingSleeps.isEmpty)
    }

    @Test("T12 setting the wall time moves neither uptime nor sleeps")
    func wallTime() async throws {
        let clock = ManualClock(sleeping: .untilAdvanced)
        let task = Task { try await clock.runtime.sleep(.seconds(10)) }
        await clock.waitForSleeps()
        clock.setNow(.seconds(5_000))
        #expect(clock.now == .seconds(5_000))
        #expect(clock.uptime == .zero)
        #expect(clock.pendingSleeps == [.seconds(10)])
        clock.advance(by: .seconds(10))
        try await task.value
        #expect(clock.now == .seconds(5_010))
    }

    @Test("A clock does not go back, and a sleep of nothing ends at once")
    func noTime() async throws {
        let clock = ManualClock(sleeping: .untilAdvanced)
        clock.advance(by: .seconds(-5))
        #expect(clock.uptime == .zero)
        try await clock.runtime.sleep(.zero)
        try await clock.runtime.sleep(.seconds(-1))
        #expect(clock.uptime == .zero)
    }

    @Test("Random numbers are fixed, or a sequence that the seed decides")
    func randomness() {
        let fixed = ManualClock(randomness: .fixed(7)).runtime
        #expect([fixed.random(), fixed.random()] == [7, 7])
        let first = ManualClock(randomness: .seeded(1)).runtime
        let second = ManualClock(randomness: .seeded(1)).runtime
        let other = ManualClock(randomness: .seeded(2)).runtime
        let numbers = (0..<1_000).map { _ in first.random() }
        #expect(numbers == (0..<1_000).map { _ in second.random() })
        #expect(numbers != (0..<1_000).map { _ in other.random() })
        #expect(Set(numbers).count == 1_000)
        // What SplitMix64 is known to give first for this seed.
        let known = ManualClock(randomness: .seeded(1_234_567)).runtime
        #expect([known.random(), known.random()] == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973])
    }
}
