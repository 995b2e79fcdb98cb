import Synchronization
import Testing
import WaybillTesting

@testable import WaybillRuntime

/// So many calls at once, and the others as they came.
@Suite struct TurnstileTests {
    private let clock = ManualClock(sleeping: .untilAdvanced)
    private let turnstile = Turnstile(capacity: 2)
    private let line = PaceLine()

    private final class Count: Sendable {
        private let value = Mutex(0)

        @discardableResult
        func change(by number: Int) -> Int {
            value.withLock { value in
                value += number
                return value
            }
        }
    }

    private func enter(until deadline: Duration? = nil) async -> Turnstile.End {
        await turnstile.enter(line.turn(.standard), until: deadline, clock.runtime)
    }

    @Test("who finds room goes in at once; the next waits until one leaves")
    func waits() async {
        for _ in 0..<2 {
            #expect(!turnstile.isFull)
            #expect(await enter() == .entered)
        }
        #expect(turnstile.isFull)
        async let third = enter(until: .seconds(5))
        await clock.waitForSleeps()
        turnstile.leave()
        #expect(await third == .entered)
        #expect(turnstile.isFull)
        for _ in 0..<2 { turnstile.leave() }
        #expect(!turnstile.isFull)
    }

    @Test("whose limit passes stops waiting, and is passed over")
    func expired() async {
        for _ in 0..<2 { _ = await enter() }
        async let third = enter(until: .seconds(5))
        await clock.waitForSleeps()
        clock.advance(by: .seconds(5))
        #expect(await third == .expired)
        for _ in 0..<2 { turnstile.leave() }
        for _ in 0..<2 { #expect(await enter() == .entered) }
    }

    @Test("who is cancelled stops waiting")
    func cancelled() async {
        for _ in 0..<2 { _ = await enter() }
        let third = Task { await enter(until: .seconds(5)) }
        await clock.waitForSleeps()
        third.cancel()
        #expect(await third.value == .cancelled)
    }

    @Test("never more than so many are in, and all come in")
    func many() async {
        let inside = Count()
        let (most, total) = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    guard await enter() == .entered else { return 100 }
                    let now = inside.change(by: 1)
                    await Task.yield()
                    inside.change(by: -1)
                    turnstile.leave()
                    return now
                }
            }
            return await group.reduce(into: (0, 0)) { $0 = (max($0.0, $1), $0.1 + 1) }
        }
        #expect(most <= 2)
        #expect(total == 200)
        #expect(!turnstile.isFull)
    }
}
