/// What became of one attempt, as far as trying again is concerned.
enum AttemptOutcome: Sendable, Hashable {
    /// No byte reached the server.
    case neverSent
    /// The server may have done the work.
    case unknown
    /// A complete answer that is not a success.
    case answered(status: Int, isReplayed: Bool)
    /// By nature the last one: another attempt would end the same way, or nobody waits for it.
    case final

    /// Sorts a transport's failure.
    init(_ error: TransportError) {
        switch error.reason {
        case .certificate, .bodyTooLarge, .cancelled: self = .final
        default: self = error.progress == .neverSent ? .neverSent : .unknown
        }
    }
}

extension AttemptOutcome {
    /// Sorts an attempt whose limit passed; why the transport then gave up does not matter.
    init(expired error: TransportError) {
        self = error.progress == .neverSent ? .neverSent : .unknown
    }
}
