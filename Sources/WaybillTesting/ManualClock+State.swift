import WaybillRuntime

extension ManualClock {
    /// A sleep that waits.
    struct Sleeper {
        let id: Int
        let duration: Duration
        /// Whether it waits for a transport that was cancelled; such a wait is not among the sleeps.
        let isGrace: Bool
        var wakesAt: Duration
        let continuation: CheckedContinuation<Void, any Error>
    }

    /// A test that waits for sleeps to begin.
    struct Watcher {
        let count: Int
        let continuation: CheckedContinuation<Void, Never>
    }

    /// What becomes of a sleep that begins.
    enum Fate {
        case waits
        case isOver
        case isCancelled
    }

    /// Where the clock stands and who waits for it; the decisions are here, the waking is the clock's.
    struct State {
        var epoch: Duration
        var uptime = Duration.zero
        var finished: [Duration] = []
        var sleepers: [Sleeper] = []
        var watchers: [Watcher] = []
        var randomness: ManualRandomness
        private var lastID = 0
        private var cancelled: Set<Int> = []

        init(epoch: Duration, randomness: ManualRandomness) {
            self.epoch = epoch
            self.randomness = randomness
        }

        /// The sleepers that a test sees.
        var sleeps: [Sleeper] { sleepers.filter { !$0.isGrace } }

        mutating func makeID() -> Int {
            lastID += 1
            return lastID
        }

        mutating func advance(by duration: Duration) -> [Sleeper] {
            uptime += max(duration, .zero)
            let over = sleepers.filter { $0.wakesAt <= uptime }.sorted { $0.wakesAt < $1.wakesAt }
            sleepers.removeAll { $0.wakesAt <= uptime }
            finished.append(contentsOf: over.filter { !$0.isGrace }.map(\.duration))
            return over
        }

        mutating func begin(_ sleeper: Sleeper) -> (Fate, [Watcher]) {
            if cancelled.remove(sleeper.id) != nil { return (.isCancelled, []) }
            guard sleeper.duration > .zero else {
                finished.append(sleeper.duration)
                return (.isOver, [])
            }
            var sleeper = sleeper
            sleeper.wakesAt = uptime + sleeper.duration
            sleepers.append(sleeper)
            let count = sleeps.count
            let satisfied = watchers.filter { $0.count <= count }
            watchers.removeAll { $0.count <= count }
            return (.waits, satisfied)
        }

        /// Ends a sleep that waits; one that has not begun yet is remembered, one that is over is no more.
        mutating func cancel(_ id: Int) -> Sleeper? {
            guard let index = sleepers.firstIndex(where: { $0.id == id }) else {
                cancelled.insert(id)
                return nil
            }
            return sleepers.remove(at: index)
        }
    }
}
