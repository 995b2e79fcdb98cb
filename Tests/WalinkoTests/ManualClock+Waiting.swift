import TestSupport
import WaybillTesting

extension ManualClock {
    /// Returns once a sleep of this length waits; throws where none comes.
    func untilSleeping(for duration: Duration) async throws {
        for _ in 0..<1_000_000 {
            if pendingSleeps.contains(duration) { return }
            await Task.yield()
        }
        throw Unexpected("no sleep of \(duration): \(pendingSleeps)")
    }
}
