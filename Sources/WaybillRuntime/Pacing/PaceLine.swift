import Synchronization

/// The calls of this process that wait for places under one key.
///
/// There are as many places as calls, and the first call has the earliest place. So whoever comes with a higher priority takes
/// over an earlier place, and the others each the next one; whoever leaves leaves the last place behind.
final class PaceLine: Sendable {
    /// The position of a call: the lesser goes first.
    struct Turn: Comparable, Sendable {
        let priority: CallPriority
        let number: Int

        static func < (lhs: Turn, rhs: Turn) -> Bool {
            lhs.priority == rhs.priority ? lhs.number < rhs.number : lhs.priority > rhs.priority
        }
    }

    /// A place that a call has taken, and when it comes.
    struct Held: Sendable {
        let due: Duration
        /// When it comes too late to be used; nil where it never does.
        let end: Duration?
        /// How many holds there were when it was asked for.
        let holds: Int
        let giveBack: @Sendable () -> Void
    }

    /// How a call leaves the line.
    enum End: Sendable {
        /// Its place has come.
        case go(Held)
        /// Its task was cancelled; a place is left over.
        case cancelled(Held)
        /// Its limit has passed; a place is left over.
        case expired(Held)
    }

    private enum Signal: Sendable {
        case elapsed
        case moved
        case cancelled
    }

    private struct Waiter {
        let turn: Turn
        var signal: OnceValue<Signal>?
    }

    private struct State {
        /// In order of their turns; each has the place of the same index.
        var waiters: [Waiter] = []
        /// In order of time.
        var places: [Held] = []
        var lastNumber = 0
        var heldUntil = Duration.zero
        var holds = 0
    }

    /// How many calls of one priority have, or ask for, a place of a shared pacer at once.
    private static let capacity = 16

    private let state = Mutex(State())
    private let turnstiles = CallPriority.allCases.map { _ in Turnstile(capacity: PaceLine.capacity) }

    /// What calls of a priority go through before they ask a shared pacer: those of a higher one do not wait for theirs.
    func turnstile(_ priority: CallPriority) -> Turnstile { turnstiles[priority.rawValue] }

    /// The position of a call that comes now.
    func turn(_ priority: CallPriority) -> Turn {
        state.withLock { state in
            state.lastNumber += 1
            return Turn(priority: priority, number: state.lastNumber)
        }
    }

    /// Whether calls wait that would go after this one, so that the last place would be theirs.
    func hasWaiters(after turn: Turn) -> Bool { state.withLock { $0.waiters.last.map { turn < $0.turn } ?? false } }

    /// Whether the last place comes at a call's limit or later, so that one after it would be of no use.
    func isFull(until deadline: Duration?, after turn: Turn) -> Bool {
        guard let deadline, !hasWaiters(after: turn) else { return false }
        return state.withLock { $0.places.last.map { deadline <= $0.due } ?? false }
    }

    /// How many holds there have been.
    var holds: Int { state.withLock(\.holds) }

    /// Holds those who wait, too.
    func hold(until time: Duration) {
        state.withLock { state in
            state.heldUntil = max(state.heldUntil, time)
            state.holds += 1
        }
    }

    /// Whether a place was given before a hold that lasts.
    func isHeld(_ held: Held, now: Duration) -> Bool {
        state.withLock { $0.holds != held.holds && $0.heldUntil > now }
    }

    /// Waits until a place comes.
    /// - Parameters:
    ///   - turn: The call's position.
    ///   - held: The place that it brings, which another may get.
    ///   - deadline: When to wait no longer.
    ///   - tell: Is told how long the wait is going to be, if there is one.
    func wait(
        _ turn: Turn,
        bringing held: Held,
        until deadline: Duration?,
        _ clock: RuntimeClock,
        telling tell: (Duration) -> Void
    ) async -> End {
        insert(turn, held)
        var isTold = false
        while true {
            let signal = OnceValue<Signal>()
            guard let due = listen(turn, signal) else { return .cancelled(held) }
            let left = min(due, deadline ?? due) - clock.uptime()
            if left > .zero {
                if !isTold { tell(due - clock.uptime()) }
                isTold = true
                let timing = Task { if (try? await clock.sleep(left)) != nil { signal.give(.elapsed) } }
                defer { timing.cancel() }
                let end = await withTaskCancellationHandler {
                    await signal.value()
                } onCancel: {
                    signal.give(.cancelled)
                }
                if case .cancelled = end { return .cancelled(leave(turn) ?? held) }
            }
            let now = clock.uptime()
            if let place = takePlace(turn, now) { return .go(place) }
            if let deadline, deadline <= now { return .expired(leave(turn) ?? held) }
        }
    }

    /// Adds a call and the place that it brings.
    private func insert(_ turn: Turn, _ held: Held) {
        let moved = state.withLock { state in
            let waiter = state.waiters.firstIndex { turn < $0.turn } ?? state.waiters.count
            let place = state.places.firstIndex { held.due < $0.due } ?? state.places.count
            state.waiters.insert(Waiter(turn: turn), at: waiter)
            state.places.insert(held, at: place)
            return Self.signals(&state, min(waiter, place)...max(waiter, place))
        }
        for signal in moved { signal.give(.moved) }
    }

    /// Hears of changes from now on; gives the time of the call's place.
    private func listen(_ turn: Turn, _ signal: OnceValue<Signal>) -> Duration? {
        state.withLock { state in
            guard let index = Self.index(of: turn, state) else { return nil }
            state.waiters[index].signal = signal
            return state.places[index].due
        }
    }

    /// Takes the call out of the line with its place, if that has come.
    private func takePlace(_ turn: Turn, _ now: Duration) -> Held? {
        state.withLock { state in
            guard let index = Self.index(of: turn, state), state.places[index].due <= now else { return nil }
            state.waiters.remove(at: index)
            return state.places.remove(at: index)
        }
    }

    /// Takes the call out of the line; gives the last place.
    private func leave(_ turn: Turn) -> Held? {
        let (place, moved) = state.withLock { state in
            guard let index = Self.index(of: turn, state) else { return (Held?.none, [OnceValue<Signal>]()) }
            state.waiters.remove(at: index)
            let place = state.places.removeLast()
            return (place, Self.signals(&state, index...state.waiters.count))
        }
        for signal in moved { signal.give(.moved) }
        return place
    }

    private static func index(of turn: Turn, _ state: State) -> Int? { state.waiters.firstIndex { $0.turn == turn } }

    /// Those who have to look at their places again.
    private static func signals(_ state: inout State, _ range: ClosedRange<Int>) -> [OnceValue<Signal>] {
        range.clamped(to: 0...max(0, state.waiters.count - 1)).compactMap { index in
            guard state.waiters.indices.contains(index) else { return nil }
            defer { state.waiters[index].signal = nil }
            return state.waiters[index].signal
        }
    }
}
