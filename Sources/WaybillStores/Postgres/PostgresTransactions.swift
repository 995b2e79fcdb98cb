/// Claims events in the transactions of those who work on them: each event exactly once.
///
/// ```swift
/// let database = PostgresTransactions(client)
/// let status = try await webhook.process(body: body, headers: headers, in: database) { delivery, connection in
///     try await connection.query("UPDATE messages SET …")
/// }
/// ```
///
/// The tables come from ``PostgresSchema``. The claims stand in the same one as those of ``PostgresDeduplicationStore``, whose
/// ``PostgresDeduplicationStore/removeEnded()`` deletes those that have ended.
///
/// Any isolation level will do; where a stricter one than `READ COMMITTED` cannot put two transactions in order, one of
/// them throws, and the service sends that event again.
public struct PostgresTransactions<Database: SQLDatabase>: TransactionalStore {
    private let database: Database

    /// Makes a store.
    ///
    /// - Parameter database: What begins and ends transactions.
    public init(_ database: Database) {
        self.database = database
    }

    /// Runs a body in a transaction of the database.
    nonisolated(nonsending) public func withTransaction<Result: Sendable>(
        _ body: nonisolated(nonsending) (Database.Connection) async throws -> Result
    ) async throws -> Result {
        try await database.withTransaction(body)
    }

    /// Records a key as done in a transaction, unless it is done or another transaction is about to record it.
    nonisolated(nonsending) public func claim(
        _ key: String,
        keepFor: Duration,
        in transaction: Database.Connection
    ) async throws -> ClaimResult {
        let values: [SQLValue] = [.text(key), .milliseconds(keepFor)]
        return try await PostgresClaims.result(transaction.rows(of: SQLStatement(PostgresClaims.record, values)))
    }
}
