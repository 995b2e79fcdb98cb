/// What became of a webhook's request.
public struct ObservedDeliveryResult: Sendable, Hashable {
    /// What became of it.
    @nonexhaustive
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// `receive`: verified and read; what the program then does is not known.
        case received
        /// `accept`: kept in an inbox; the work follows.
        case kept
        /// `process`: worked on, and that is recorded.
        case worked
        /// A copy of an event that is done.
        case duplicate
        /// A copy that came during the work on the event.
        case busy
        /// The signature does not hold.
        case refused
        /// The body is larger than the limit.
        case tooLarge = "too_large"
        /// The work or the store threw: the event comes again.
        case failed
    }

    /// What became of it.
    public let outcome: Outcome

    /// How long it took, work included.
    public let duration: Duration

    /// The status to answer with; nil where the caller decides on it.
    public let status: Int?

    /// Whether the event was one that the spec names, and could be read.
    public let isRecognized: Bool

    /// How many members of the event could not be read as the spec has them.
    public let unreadCount: Int

    /// Makes a result, for tests of observers.
    public init(
        outcome: Outcome,
        duration: Duration,
        status: Int? = nil,
        isRecognized: Bool = true,
        unreadCount: Int = 0
    ) {
        self.outcome = outcome
        self.duration = duration
        self.status = status
        self.isRecognized = isRecognized
        self.unreadCount = unreadCount
    }
}
