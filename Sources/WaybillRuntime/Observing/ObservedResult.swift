/// How a call ended.
public struct ObservedResult: Sendable, Hashable {
    /// How long it took, waits included.
    public let duration: Duration

    /// The number of attempts that were made.
    public let attempts: Int

    /// The HTTP status of the answer that the call ended with, if there was one.
    public let status: Int?

    /// What went wrong, in a word of a short list; nil for a success.
    public let error: ObservedError?

    /// Whether the request was carried out, as far as is known; `.accepted` for a success.
    public let delivery: DeliveryCertainty

    /// How many members of the answer could not be read as the spec has them: more than none says that the service has
    /// changed.
    public let unreadCount: Int

    /// Whether the server repeated the stored answer of an earlier request with the same idempotency key.
    public let isReplayed: Bool

    /// Makes a result, for tests of observers.
    public init(
        duration: Duration,
        attempts: Int,
        status: Int? = nil,
        error: ObservedError? = nil,
        delivery: DeliveryCertainty = .accepted,
        unreadCount: Int = 0,
        isReplayed: Bool = false
    ) {
        self.duration = duration
        self.attempts = attempts
        self.status = status
        self.error = error
        self.delivery = delivery
        self.unreadCount = unreadCount
        self.isReplayed = isReplayed
    }
}
