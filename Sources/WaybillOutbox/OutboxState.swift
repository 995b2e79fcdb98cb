/// How far a request of an outbox is.
public enum OutboxState: String, Sendable, Hashable, CaseIterable {
    /// Nothing of it can have been carried out: it waits for its first attempt, or for another one after the server was not reached
    /// or said no.
    case queued
    /// It is being sent, or was when its worker ended, or its last attempt came to no clear end: it may have been carried out.
    case sending
    /// The server said yes.
    case sent
    /// Nothing was carried out, and no other attempt is made: the server said no, or was not reached in any attempt.
    case refused
    /// It may have been carried out, and it is not safe to send it again. Only a person, or who asks the service, moves it on.
    case inDoubt
    /// A person gave it up.
    case discarded
}
