/// An event of an inbox that a worker has taken: until its lease ends nobody else is given it.
public struct TakenMessage: Sendable, Hashable {
    /// The event.
    public let message: InboxMessage

    /// Which attempt this is, the first of which is 1; it tells this worker from one that takes the event later.
    public let attempt: Int

    init(message: InboxMessage, attempt: Int) {
        self.message = message
        self.attempt = attempt
    }
}
