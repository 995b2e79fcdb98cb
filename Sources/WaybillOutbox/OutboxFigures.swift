/// How much an outbox holds, for whoever watches it.
public struct OutboxFigures: Sendable, Hashable {
    /// Requests that wait, nothing of which can have been carried out.
    public let queued: Int
    /// Requests that are being sent, or wait after an attempt that came to no clear end.
    public let sending: Int
    /// Requests that were sent, and whose ids are still known.
    public let sent: Int
    /// Requests that were refused.
    public let refused: Int
    /// Requests in doubt.
    public let inDoubt: Int
    /// How long the oldest request that has not ended has been there; nil where there is none.
    public let oldest: Duration?

    /// Puts figures together, as a store has counted them.
    public init(queued: Int, sending: Int, sent: Int, refused: Int, inDoubt: Int, oldest: Duration?) {
        self.queued = queued
        self.sending = sending
        self.sent = sent
        self.refused = refused
        self.inDoubt = inDoubt
        self.oldest = oldest
    }
}
