import Pipeline

/// One operation of one client, and where it is reached.
struct Route: Sendable {
    /// `messages.send`.
    let id: String
    /// The client's name.
    let client: String
    let auth: AuthSpec
    let operation: OperationSpec
    let pattern: PathPattern
}
