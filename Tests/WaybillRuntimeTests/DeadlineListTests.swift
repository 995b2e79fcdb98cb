import Synchronization
import Testing
import WaybillTesting

@testable import WaybillRuntime

/// One task for the time limits of all attempts.
@Suite(.timeLimit(.minutes(5))) struct DeadlineListTests {
    /// A list, and which of its limits have passed.
    private final class Bench: Sendable {
        let clock = ManualClock(sleeping: .untilAdvanced)
        let list: DeadlineList
        let passed = Mutex<[String]>([])

        init() {
            list = DeadlineList(clock: clock.runtime)
        }

        @discardableResult
        func add(_ name: String, _ duration: Duration, left: Duration? = nil) -> Int {
            list.add(duration) {
                self.passed.withLock { $0.append(name) }
                return left
            }
        }

        /// Moves the clock on, and returns once so many have passed.
        func advance(by duration: Duration, untilPassed count: Int) async -> [String] {
            await clock.waitForSleeps()
            clock.advance(by: duration)
            while passed.withLock(\.count) < count { await Task.yield() }
            return passed.withLock { $0 }
        }
    }

    @Test("T02 limits pass at their times, in their order, and one task waits for all of them")
    func order() async {
        let bench = Bench()
        for (name, seconds) in [("a", 30), ("b", 20), ("c", 40), ("d", 20)] {
            bench.add(name, .seconds(seconds))
            // The first that comes sleeps; an earlier one takes its place.
            while bench.clock.pendingSleeps.isEmpty { await Task.yield() }
        }
        while bench.clock.pendingSleeps != [.seconds(20)] { await Task.yield() }
        #expect(await bench.advance(by: .seconds(20), untilPassed: 2) == ["b", "d"])
        #expect(await bench.advance(by: .seconds(10), untilPassed: 3) == ["b", "d", "a"])
        #expect(await bench.advance(by: .seconds(60), untilPassed: 4) == ["b", "d", "a", "c"])
        while bench.list.count > 0 { await Task.yield() }
        #expect(bench.clock.pendingSleeps == [])
    }

    @Test("what is taken out does not pass, and the task that waited for it waits for the next")
    func removal() async {
        let bench = Bench()
        let early = bench.add("early", .seconds(10))
        bench.add("late", .seconds(20))
        bench.list.remove(early)
        bench.list.remove(early)
        await bench.clock.waitForSleeps()
        bench.clock.advance(by: .seconds(10))
        while bench.clock.pendingSleeps != [.seconds(10)] { await Task.yield() }
        #expect(bench.passed.withLock { $0 } == [])
        #expect(await bench.advance(by: .seconds(10), untilPassed: 1) == ["late"])
    }

    @Test("what is left of a limit is waited for")
    func renewal() async {
        let bench = Bench()
        bench.add("idle", .seconds(30), left: .seconds(5))
        #expect(await bench.advance(by: .seconds(30), untilPassed: 1) == ["idle"])
        #expect(await bench.advance(by: .seconds(5), untilPassed: 2) == ["idle", "idle"])
        #expect(bench.list.count == 1)
    }

    @Test("a limit that is added when none is left begins anew")
    func again() async {
        let bench = Bench()
        bench.add("first", .seconds(1))
        _ = await bench.advance(by: .seconds(1), untilPassed: 1)
        while bench.list.count > 0 { await Task.yield() }
        bench.add("second", .seconds(1))
        #expect(await bench.advance(by: .seconds(1), untilPassed: 2) == ["first", "second"])
    }

    @Test("the task that waits ends with the list, and holds nothing of whoever began it")
    func end() async {
        let clock = ManualClock(sleeping: .untilAdvanced)
        var list: DeadlineList? = DeadlineList(clock: clock.runtime)
        list.map { _ = $0.add(.seconds(3_600)) { nil } }
        await clock.waitForSleeps()
        weak let held = list
        list = nil
        #expect(held == nil)
        while !clock.pendingSleeps.isEmpty { await Task.yield() }
        #expect(clock.sleeps == [])
    }

    @Test("of many limits from many tasks each passes once or is taken out")
    func many() async {
        let bench = Bench()
        await withTaskGroup { group in
            for number in 1...200 {
                group.addTask {
                    let id = bench.add("\(number)", .milliseconds(number))
                    if number.isMultiple(of: 2) { bench.list.remove(id) }
                }
            }
        }
        #expect(bench.list.count == 100)
        while bench.list.count > 0 {
            bench.clock.advance(by: .milliseconds(50))
            await Task.yield()
        }
        let passed = bench.passed.withLock { $0 }
        #expect(passed.count == 100)
        #expect(Set(passed) == Set((1...200).filter { !$0.isMultiple(of: 2) }.map { "\($0)" }))
    }
}
