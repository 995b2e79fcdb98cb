public import WaybillRuntime

/// What one step of a worker came to.
public enum OutboxStep: Sendable {
    /// No request is due.
    case idle
    /// The server said yes, and that is kept.
    case sent(id: String, http: ResponseMetadata?)
    /// The request is not carried out, and not sent again.
    case refused(id: String, failure: String)
    /// The request may have been carried out, and is not sent again.
    case inDoubt(id: String, failure: String)
    /// The request waits for another attempt.
    case waits(id: String, failure: String)
    /// The request was somebody else's by the time it ended, since the lease had ended or a person had moved it.
    case late(id: String)
}
