/// What a worker records of a request that it had taken.
public enum OutboxEnding: Sendable, Hashable {
    /// The server said yes, with this body; nil where it is too large to be kept, or no text.
    case sent(answer: String?)
    /// Nothing was carried out, and no other attempt is made.
    case refused(failure: String)
    /// It may have been carried out, and must not be sent again.
    case inDoubt(failure: String)
    /// Another attempt is made after a time; `isPending` says whether the request may have been carried out already, and
    /// `isCounted` whether there was an attempt at all.
    case waits(Duration, isPending: Bool, isCounted: Bool = true, failure: String)

    /// The state that it leads to.
    public var state: OutboxState {
        switch self {
        case .sent: .sent
        case .refused: .refused
        case .inDoubt: .inDoubt
        case .waits(_, let isPending, _, _): isPending ? .sending : .queued
        }
    }

    /// How long until the next attempt; zero where there is none.
    public var delay: Duration {
        if case .waits(let delay, _, _, _) = self { delay } else { .zero }
    }

    /// How many attempts there have been then.
    public func attempts(of taken: TakenRequest) -> Int {
        if case .waits(_, _, isCounted: false, _) = self { taken.attempt - 1 } else { taken.attempt }
    }

    /// What went wrong; nil where nothing did.
    public var failure: String? {
        switch self {
        case .sent: nil
        case .refused(let failure), .inDoubt(let failure), .waits(_, _, _, let failure): failure
        }
    }

    /// The body of the answer, where there is one to be kept.
    public var answer: String? {
        if case .sent(let answer) = self { answer } else { nil }
    }
}
