/// A request that a worker has taken from an outbox: until its lease ends nobody else is given it.
public struct TakenRequest: Sendable, Hashable {
    /// What the program knows it by.
    public let id: String

    /// The request as JSON, as it was kept.
    public let request: String

    /// Which attempt this is, the first of which is 1.
    public let attempt: Int

    /// Tells this worker from one that takes the request later: it grows with each taking, and is never used again.
    public let fence: Int64

    /// How long ago the first attempt went out that may have been carried out; nil where there was none.
    public let pending: Duration?

    /// Puts the parts together, as a store has read them.
    public init(id: String, request: String, attempt: Int, fence: Int64, pending: Duration?) {
        self.id = id
        self.request = request
        self.attempt = attempt
        self.fence = fence
        self.pending = pending
    }
}

extension TakenRequest: CustomStringConvertible, CustomReflectable {
    /// The id and the attempt, and nothing of what is sent.
    public var description: String { "TakenRequest(\(id), attempt \(attempt))" }

    /// The id and the attempt.
    public var customMirror: Mirror { Mirror(self, children: ["id": id, "attempt": attempt, "fence": fence]) }
}
