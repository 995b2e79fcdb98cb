/// What became of one attempt, as far as trying again is concerned.
enum AttemptOutcome: Sendable, Hashable {
    /// No byte reached the server.
    case neverSent
    /// The server may have done the work.
    case unknown
    /// The head of an answer arrived; whether its body did makes no difference.
    case answered(status: Int, isReplayed: Bool)
    /// By nature the last one: another attempt would end the same way, or nobody waits for it.
    case final

    /// Sorts an attempt without a whole answer.
    /// - Parameter isReplayed: Whether the head says that a stored answer is repeated.
    init(_ error: TransportError, _ end: AttemptEnd, isReplayed: Bool = false) {
        switch end {
        case .cancellation: self = .final
        // Why the transport gave up when its limit had passed does not matter.
        case .limit(let expiry): self = expiry.limit == .call ? .final : Self.progress(error.progress, isReplayed)
        case .transport: self = Self.isLast(error) ? .final : Self.progress(error.progress, isReplayed)
        }
    }

    private static func isLast(_ error: TransportError) -> Bool {
        switch (error.reason, error.progress) {
        case (.certificate, _), (.cancelled, _), (.unreadableBody, _): true
        case (.bodyTooLarge, .answered): false
        case (.bodyTooLarge, _): true
        default: false
        }
    }

    private static func progress(_ progress: TransportError.Progress, _ isReplayed: Bool) -> AttemptOutcome {
        switch progress {
        case .neverSent: .neverSent
        case .unknown: .unknown
        case .answered(let response): .answered(status: response.status, isReplayed: isReplayed)
        }
    }
}
