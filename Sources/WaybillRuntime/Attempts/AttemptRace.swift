import Synchronization

/// The end of one attempt, which comes once: what the transport says, or that nobody waits for it any longer.
///
/// Whoever waits for the end waits for nothing else, so that a transport that ignores its cancellation holds nobody. It
/// can go on holding this race, which by then holds nothing of the caller's; what it says after the end is dropped.
final class AttemptRace: Sendable {
    typealias Outcome = Swift.Result<TransportResponse, TransportError>

    private struct State {
        var outcome: Outcome?
        var expiry: ExpiredTimeout?
        var continuation: CheckedContinuation<Outcome, Never>?
        var tasks: [Task<Void, Never>] = []
    }

    private let state = Mutex(State())

    /// The limit that passed before the end; nil where none did.
    var expiry: ExpiredTimeout? { state.withLock(\.expiry) }

    /// Keeps a task until the end, which cancels it.
    func keep(_ task: Task<Void, Never>) {
        let isOver = state.withLock { state in
            if state.outcome == nil { state.tasks.append(task) }
            return state.outcome != nil
        }
        if isOver { task.cancel() }
    }

    /// Notes that a limit passed.
    func expire(_ expiry: ExpiredTimeout) {
        state.withLock { if $0.outcome == nil { $0.expiry = expiry } }
    }

    /// Waits for the end.
    func outcome() async -> Outcome {
        await withCheckedContinuation { continuation in
            let outcome = state.withLock { state in
                if state.outcome == nil { state.continuation = continuation }
                return state.outcome
            }
            if let outcome { continuation.resume(returning: outcome) }
        }
    }

    /// Ends the race; only the first end counts.
    func finish(_ outcome: Outcome) {
        let (tasks, continuation) = state.withLock { state in
            guard state.outcome == nil else {
                return ([Task<Void, Never>](), CheckedContinuation<Outcome, Never>?.none)
            }
            state.outcome = outcome
            defer { (state.tasks, state.continuation) = ([], nil) }
            return (state.tasks, state.continuation)
        }
        for task in tasks { task.cancel() }
        continuation?.resume(returning: outcome)
    }
}
