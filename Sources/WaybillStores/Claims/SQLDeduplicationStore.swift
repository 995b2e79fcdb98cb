/// Keeps claims in a table of PostgreSQL, shared by all processes that take a service's webhooks, or in one of SQLite, for
/// those of one machine.
///
/// Use it for work whose effects are elsewhere than in this database. An event is then worked on at least once, and twice
/// where the work outlives its lease, or its process or the connection ends between the work and its completion: the
/// work has to bear that. Where the effects are rows of this database, ``PostgresTransactions`` and ``SQLInbox`` do each event
/// exactly once.
///
/// The tables come from ``PostgresSchema`` and ``SQLiteSchema``. Nothing but ``removeEnded()`` deletes claims: call it once
/// an hour.
public struct SQLDeduplicationStore: DeduplicationStore {
    private let executor: any SQLExecutor
    private let statements: ClaimStatements

    /// Makes a store on PostgreSQL.
    ///
    /// - Parameter executor: What runs the statements, each of which is a transaction of its own: a pool.
    public init(postgres executor: any SQLExecutor) {
        self.executor = executor
        statements = .postgres
    }

    /// Makes a store on SQLite.
    ///
    /// - Parameter executor: What runs the statements, each of which is a transaction of its own.
    public init(sqlite executor: any SQLExecutor) {
        self.executor = executor
        statements = .sqlite
    }

    /// Claims a key, unless another claim holds it or it is done.
    public func claim(_ key: String, as claim: ClaimID, lease: Duration) async throws -> ClaimResult {
        let values: [SQLValue] = [.text(key), .text(claim.text), .milliseconds(lease)]
        if try await !rows(statements.claim, values).isEmpty { return .claimed }
        switch try await rows(statements.state, [.text(key)]).first?.first {
        case "done": return .done
        // Where nothing is there any more, the claim was released meanwhile: the copy comes again.
        case "busy", nil: return .busy
        default: throw UnexpectedAnswer(question: "claiming an event")
        }
    }

    /// Turns a claim into a key that is done; false where it no longer holds the key.
    public func complete(_ key: String, _ claim: ClaimID, keepFor: Duration) async throws -> Bool {
        let values: [SQLValue] = [.text(key), .text(claim.text), .milliseconds(keepFor)]
        return try await !rows(statements.complete, values).isEmpty
    }

    /// Frees a key that the claim holds.
    public func release(_ key: String, _ claim: ClaimID) async throws {
        _ = try await rows(statements.release, [.text(key), .text(claim.text)])
    }

    /// Deletes what has ended, at most ten thousand rows a call, oldest first, so that no call holds up the others for long.
    ///
    /// - Returns: How many rows were deleted; call again while that is ten thousand.
    @discardableResult
    public func removeEnded() async throws -> Int { try await rows(statements.removeEnded).count }

    private func rows(_ sql: String, _ values: [SQLValue] = []) async throws -> [[String?]] {
        try await executor.rows(of: SQLStatement(sql, values))
    }
}
