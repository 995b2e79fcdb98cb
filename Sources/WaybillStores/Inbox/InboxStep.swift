/// What one step of a worker came to.
public enum InboxStep: Sendable, Hashable {
    /// No event is due.
    case idle
    /// An event was worked on, and that is committed.
    case worked(key: String)
    /// Another worker has the event, since the lease had ended before the work began; nothing was done.
    case late(key: String)
    /// The work failed, and the event waits for its next attempt; where it was the last, the event is stuck.
    case failed(key: String, failure: String, isStuck: Bool)
}
