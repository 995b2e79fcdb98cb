/// Keeps the requests of outboxes.
///
/// `WaybillStores` has stores for PostgreSQL and SQLite; ``InMemoryOutboxStore`` is for tests. Each function is one change that is
/// made as a whole or not at all, and is kept when the function returns: a database that may forget a change which it has
/// confirmed (`synchronous_commit = off`) breaks what an outbox promises.
public protocol OutboxStore: Sendable {
    /// Keeps a request.
    ///
    /// - Returns: False where the outbox knows the id already; nothing is changed then.
    func add(_ message: OutboxMessage) async throws -> Bool

    /// Takes a request that is due, the longest due first; it is ``OutboxState/sending`` when this returns, and its attempt is counted.
    ///
    /// Of two who ask at once only one gets it, until the lease has ended.
    func take(from outbox: String, lease: Duration) async throws -> TakenRequest?

    /// Records what has become of a request: its state, how often it was tried, when it comes again.
    ///
    /// - Returns: False where the request was taken anew or moved since, and nothing is changed. The same ending once more is true.
    func end(_ taken: TakenRequest, in outbox: String, as ending: OutboxEnding, keepFor: Duration) async throws -> Bool

    /// Moves a request that is in one of some states into another, on a person's word.
    ///
    /// One that is queued anew counts as never sent. The content of what is sent or discarded is deleted.
    ///
    /// - Returns: False where it is in none of these states, or is not known.
    func move(
        _ id: String,
        in outbox: String,
        from states: Set<OutboxState>,
        to state: OutboxState,
        keepFor: Duration
    ) async throws -> Bool

    /// Reads one request; nil where it is not known.
    func row(_ id: String, in outbox: String) async throws -> OutboxRow?

    /// Reads the requests in a state, the oldest first.
    func rows(in outbox: String, _ state: OutboxState, limit: Int) async throws -> [OutboxRow]

    /// Counts.
    func figures(of outbox: String) async throws -> OutboxFigures

    /// Deletes what has ended and need not be known any more, at most ten thousand rows; never what is in doubt.
    ///
    /// - Returns: How many rows were deleted.
    func removeEnded() async throws -> Int
}
