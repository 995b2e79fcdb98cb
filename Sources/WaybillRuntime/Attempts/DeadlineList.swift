import Synchronization

/// The time limits of attempts that are under way: one task waits for the earliest of them, in place of one task for each.
///
/// Most attempts end long before their limit. So a limit that is added later than the one that is waited for costs an entry, and one that
/// is taken out costs nothing more: the task finds out when it wakes.
final class DeadlineList: Sendable {
    private struct Entry {
        var time: Duration
        let pass: @Sendable () -> Duration?
    }

    private struct State {
        var entries: [Int: Entry] = [:]
        var lastID = 0
        /// When the task wakes that waits; nil where none does.
        var wake: Duration?
        var watcher: Task<Void, Never>?
    }

    private let clock: RuntimeClock
    private let state = Mutex(State())

    init(clock: RuntimeClock) {
        self.clock = clock
    }

    deinit { state.withLock { $0.watcher?.cancel() } }

    /// How many limits there are.
    var count: Int { state.withLock { $0.entries.count } }

    /// Adds a limit.
    /// - Parameter pass: Is called when the time has passed; gives what is left of the limit, and nil where nothing is.
    /// - Returns: What takes the limit out again.
    func add(_ duration: Duration, pass: @escaping @Sendable () -> Duration?) -> Int {
        let time = clock.uptime() + duration
        return state.withLock { state in
            state.lastID += 1
            state.entries[state.lastID] = Entry(time: time, pass: pass)
            if state.wake.map({ time < $0 }) ?? true { wait(until: time, &state) }
            return state.lastID
        }
    }

    /// Takes a limit out; one that has passed may be passing still.
    func remove(_ id: Int) {
        state.withLock { _ = $0.entries.removeValue(forKey: id) }
    }

    /// Begins to wait, in place of the task that waits for longer.
    private func wait(until time: Duration, _ state: inout State) {
        state.wake = time
        state.watcher?.cancel()
        // Detached: the wait is for all callers, so that it has the priority and the task-local values of none.
        state.watcher = Task.detached { [clock, weak self] in
            var time: Duration? = time
            while let wake = time {
                let left = wake - clock.uptime()
                if left > .zero, (try? await clock.sleep(left)) == nil { return }
                time = self?.nextWake()
            }
        }
    }

    /// Lets those pass whose time has come.
    /// - Returns: When the task wakes that has called; nil where nothing is left to wait for, or another task waits.
    private func nextWake() -> Duration? {
        // A task that is cancelled has an heir, which waits for an earlier limit.
        if Task.isCancelled { return nil }
        passDue()
        return state.withLock { state in
            guard !Task.isCancelled else { return nil }
            state.wake = state.entries.values.lazy.map(\.time).min()
            if state.wake == nil { state.watcher = nil }
            return state.wake
        }
    }

    /// Lets those pass whose time has come, in their order.
    private func passDue() {
        let now = clock.uptime()
        let due = state.withLock { state in
            state.entries.filter { $0.value.time <= now }.sorted { ($0.value.time, $0.key) < ($1.value.time, $1.key) }
        }
        for (id, entry) in due {
            let left = entry.pass()
            state.withLock { state in
                guard state.entries[id] != nil else { return }
                if let left, left > .zero { state.entries[id]?.time = now + left } else { state.entries[id] = nil }
            }
        }
    }
}
