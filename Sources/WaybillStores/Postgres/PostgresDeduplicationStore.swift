/// Keeps claims in a table of PostgreSQL, shared by all processes that take a service's webhooks.
///
/// Use it for work whose effects are elsewhere than in this database. An event is then worked on at least once, and twice
/// where the work outlives its lease, or its process or the connection ends between the work and its completion: the
/// work has to bear that. Where the effects are rows of this database, ``PostgresTransactions`` does each event exactly once.
///
/// The tables come from ``PostgresSchema``. Nothing but ``removeEnded()`` deletes claims: call it once an hour.
public struct PostgresDeduplicationStore: DeduplicationStore {
    private let executor: any SQLExecutor

    /// Makes a store.
    ///
    /// - Parameter executor: What runs the statements, each of which is a transaction of its own: a pool.
    public init(_ executor: any SQLExecutor) {
        self.executor = executor
    }

    /// Claims a key, unless another claim holds it or it is done.
    public func claim(_ key: String, as claim: ClaimID, lease: Duration) async throws -> ClaimResult {
        let values: [SQLValue] = [.text(key), .text(claim.text), .milliseconds(lease)]
        return try await PostgresClaims.result(executor.rows(of: SQLStatement(PostgresClaims.claim, values)))
    }

    /// Turns a claim into a key that is done; false where it no longer holds the key.
    public func complete(_ key: String, _ claim: ClaimID, keepFor: Duration) async throws -> Bool {
        let values: [SQLValue] = [.text(key), .text(claim.text), .milliseconds(keepFor)]
        return try await !executor.rows(of: SQLStatement(PostgresClaims.complete, values)).isEmpty
    }

    /// Frees a key that the claim holds.
    public func release(_ key: String, _ claim: ClaimID) async throws {
        let values: [SQLValue] = [.text(key), .text(claim.text)]
        _ = try await executor.rows(of: SQLStatement(PostgresClaims.release, values))
    }

    /// Deletes what has ended, at most ten thousand rows a call, oldest first, so that no call holds up the others for long.
    ///
    /// - Returns: How many rows were deleted; call again while that is ten thousand.
    @discardableResult
    public func removeEnded() async throws -> Int {
        try await PostgresClaims.count(executor.rows(of: SQLStatement(PostgresClaims.removeEnded)))
    }
}
