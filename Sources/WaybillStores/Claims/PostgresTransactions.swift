/// Claims events in the transactions of those who work on them: each event exactly once.
///
/// ```swift
/// let database = PostgresTransactions(client)
/// let status = try await webhook.process(body: body, headers: headers, in: database) { delivery, connection in
///     try await connection.query("UPDATE messages SET …")
/// }
/// ```
///
/// The tables come from ``PostgresSchema``. The claims stand in the same one as those of ``SQLDeduplicationStore``, whose
/// ``SQLDeduplicationStore/removeEnded()`` deletes those that have ended.
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
        let rows = try await transaction.rows(of: SQLStatement(PostgresTransactionStatements.record, values))
        switch rows.first?.first {
        case "claimed": return .claimed
        case "done": return .done
        case "busy": return .busy
        default: throw UnexpectedAnswer(question: "claiming an event")
        }
    }
}

private enum PostgresTransactionStatements {
    /// Claims a key that is done once the transaction is committed.
    ///
    /// To insert a key that another transaction is inserting waits for that one. So a lock on the key comes first, which is
    /// there or is not: a copy that comes during the work holds no connection. Such locks are the whole database's, so that
    /// the table is part of their number. Two keys with one number are a copy told `busy` without need.
    static let record = """
        WITH lock AS MATERIALIZED (
          SELECT pg_try_advisory_xact_lock(
            hashtextextended('waybill_claims'::regclass::oid::text || ':' || $1::text, 0)) AS held),
        taken AS (
          INSERT INTO waybill_claims AS c (key, claim, expires_at)
          SELECT $1::text, NULL, now() + $2::bigint * interval '1 millisecond' FROM lock WHERE held
          ON CONFLICT (key) DO UPDATE SET claim = NULL, expires_at = excluded.expires_at WHERE c.expires_at < now()
          RETURNING 1)
        SELECT CASE
          WHEN EXISTS (SELECT FROM taken) THEN 'claimed'
          WHEN EXISTS (SELECT FROM waybill_claims WHERE key = $1::text AND claim IS NULL) THEN 'done'
          ELSE 'busy' END
        """
}
