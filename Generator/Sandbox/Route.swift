import Pipeline

/// One operation of one client, and where it is reached.
struct Route: Sendable {
    /// `messages.send`.
    let id: String
    let client: ResolvedClient
    let operation: ResolvedOperation
    let pattern: PathPattern
}
