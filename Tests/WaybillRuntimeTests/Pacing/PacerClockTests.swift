import Testing
import WaybillTesting

@testable import WaybillRuntime

/// When a pacer's places come by the clock of a process.
@Suite struct PacerClockTests {
    /// What the pacer's clock shows when this process's shows nothing.
    private static let ahead = Duration.seconds(1_000)

    /// A place that was given at a moment of uptime.
    private func place(at moment: Duration, in wait: Duration) -> PacePlace {
        PacePlace(time: Self.ahead + moment + wait, wait: wait)
    }

    @Test("after one exchange it comes between the waits from the question and from the answer")
    func once() {
        var clock = PacerClock()
        let due = clock.due(place(at: .seconds(2), in: .seconds(10)), asked: .seconds(1), answered: .seconds(4))
        #expect(due == PacerClock.Due(earliest: .seconds(11), latest: .seconds(14)))
        #expect(due.time == .milliseconds(12_500))
    }

    @Test("a fast exchange tells of slow ones, before and after it")
    func narrowed() {
        var clock = PacerClock()
        _ = clock.due(place(at: .seconds(2), in: .zero), asked: .seconds(1), answered: .seconds(4))
        let fast = clock.due(
            place(at: .seconds(5), in: .seconds(1)),
            asked: .seconds(5),
            answered: .milliseconds(5_002)
        )
        #expect(fast.latest - fast.earliest <= .milliseconds(2))
        let slow = clock.due(place(at: .seconds(6), in: .seconds(10)), asked: .seconds(5), answered: .seconds(9))
        #expect(slow.earliest <= .seconds(16) && .seconds(16) <= slow.latest)
        #expect(slow.latest - slow.earliest <= .milliseconds(4))
    }

    @Test("where one of the clocks has been set, the newest exchange counts")
    func set() {
        var clock = PacerClock()
        _ = clock.due(place(at: .seconds(1), in: .zero), asked: .seconds(1), answered: .seconds(1))
        let set = clock.due(place(at: .seconds(502), in: .seconds(3)), asked: .seconds(2), answered: .seconds(4))
        #expect(set == PacerClock.Due(earliest: .seconds(5), latest: .seconds(7)))
    }

    @Test("whatever the ways take, a place comes between the bounds, and these come closer")
    func property() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            var clock = PacerClock()
            var now = Duration.zero
            var width = Duration.seconds(100)
            for _ in 0..<50 {
                let asked = now
                let decided = asked + .microseconds(Int.random(in: 0...2_000_000, using: &random))
                now = decided + .microseconds(Int.random(in: 0...2_000_000, using: &random))
                let wait = Duration.microseconds(Int.random(in: 0...60_000_000, using: &random))
                let due = clock.due(place(at: decided, in: wait), asked: asked, answered: now)
                #expect(due.earliest <= decided + wait && decided + wait <= due.latest)
                #expect(due.latest - due.earliest <= min(width + .milliseconds(2), now - asked))
                width = due.latest - due.earliest
            }
        }
    }
}
