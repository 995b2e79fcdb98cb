import Synchronization

/// Lets so many calls in at once, and the others as they came, each as soon as one leaves.
///
/// Who waits before a shared pacer has taken no place there: ten thousand calls that begin at once would otherwise be ten thousand places
/// ahead of every other process, and as many questions at once.
final class Turnstile: Sendable {
    /// How a call stops waiting.
    enum End: Sendable {
        /// It is in, and has to leave.
        case entered
        /// Its task was cancelled.
        case cancelled
        /// Its limit has passed.
        case expired
    }

    private struct Waiter {
        let turn: PaceLine.Turn
        let end: OnceValue<End>
    }

    private struct State {
        var inside = 0
        var waiters: [Waiter] = []
    }

    private let capacity: Int
    private let state = Mutex(State())

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Whether a call would have to wait.
    var isFull: Bool { state.withLock { $0.inside >= capacity } }

    /// Waits until the call may go in.
    func enter(_ turn: PaceLine.Turn, until deadline: Duration?, _ clock: RuntimeClock) async -> End {
        let end = OnceValue<End>()
        let isIn = state.withLock { state in
            if state.inside < capacity {
                state.inside += 1
                return true
            }
            state.waiters.append(Waiter(turn: turn, end: end))
            return false
        }
        if isIn { return .entered }
        let timing = deadline.map { deadline in
            Task { if (try? await clock.sleep(deadline - clock.uptime())) != nil { end.give(.expired) } }
        }
        defer { timing?.cancel() }
        let given = await withTaskCancellationHandler {
            await end.value()
        } onCancel: {
            end.give(.cancelled)
        }
        if case .entered = given { return given }
        state.withLock { $0.waiters.removeAll { $0.turn == turn } }
        return given
    }

    /// Lets the next call in.
    func leave() {
        while true {
            let next = state.withLock { state in
                guard !state.waiters.isEmpty else {
                    state.inside -= 1
                    return OnceValue<End>?.none
                }
                return state.waiters.removeFirst().end
            }
            // One that has just been cancelled, or whose limit has just passed, does not come in.
            guard let next, !next.give(.entered) else { return }
        }
    }
}
