import Synchronization

/// The time limit of one attempt, which stops its request when it passes.
final class AttemptLimit: Sendable {
    private struct State {
        /// What is said when the limit passes.
        var next: ExpiredTimeout
        /// The limit that has passed.
        var passed: ExpiredTimeout?
    }

    /// How long it is.
    let duration: Duration
    private let stop: RequestStop
    private let renewal: @Sendable (ExpiredTimeout) -> Attempt.Limit?
    private let state: Mutex<State>

    init(_ limit: Attempt.Limit, stop: RequestStop, renewal: @escaping @Sendable (ExpiredTimeout) -> Attempt.Limit?) {
        duration = limit.duration
        self.stop = stop
        self.renewal = renewal
        state = Mutex(State(next: limit.expiry))
    }

    /// The limit that has passed; nil where none has.
    var expiry: ExpiredTimeout? { state.withLock(\.passed) }

    /// Stops the request, unless something of its answer has come meanwhile.
    /// - Returns: What is left; nil where nothing is.
    func pass() -> Duration? {
        let limit = state.withLock(\.next)
        let renewed = renewal(limit)
        if let renewed, renewed.duration > .zero {
            state.withLock { $0.next = renewed.expiry }
            return renewed.duration
        }
        // A renewed limit that is over may be another one, such as the call's.
        state.withLock { $0.passed = renewed?.expiry ?? limit }
        stop.stop()
        return nil
    }
}
