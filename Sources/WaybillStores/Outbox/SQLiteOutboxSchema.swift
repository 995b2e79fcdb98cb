/// The table of ``SQLOutbox`` on SQLite, and how it comes to be.
///
/// Use `PRAGMA journal_mode = WAL`, `PRAGMA synchronous = FULL` and a `PRAGMA busy_timeout`, so that programs wait for each other. An
/// executor by GRDB is this:
///
/// ```swift
/// extension DatabasePool: @retroactive SQLExecutor {
///     public func rows(of statement: SQLStatement) async throws -> [[String?]] {
///         try await write { database in try database.rows(of: statement) }
///     }
/// }
///
/// extension Database {
///     func rows(of statement: SQLStatement) throws -> [[String?]] {
///         let values = statement.values.map { value -> DatabaseValue in
///             switch value {
///             case .text(let text): text.databaseValue
///             case .integer(let number): number.databaseValue
///             }
///         }
///         return try Row.fetchAll(self, sql: statement.sql, arguments: StatementArguments(values))
///             .map { row in row.databaseValues.map { String.fromDatabaseValue($0) } }
///     }
/// }
/// ```
public enum SQLiteOutboxSchema {
    /// The statements that make the table; each may run again without harm.
    public static let migrations: [String] = [
        """
        CREATE TABLE IF NOT EXISTS waybill_outbox (
          outbox text NOT NULL,
          id text NOT NULL,
          operation text NOT NULL,
          state text NOT NULL DEFAULT 'queued'
            CHECK (state IN ('queued', 'sending', 'sent', 'refused', 'inDoubt', 'discarded')),
          attempts integer NOT NULL DEFAULT 0,
          fence integer NOT NULL DEFAULT 0,
          added_at integer NOT NULL,
          first_sent_at integer,
          pending_ms integer,
          due_at integer NOT NULL,
          ended_at integer,
          keep_until integer,
          failure text,
          answer text,
          request text NOT NULL,
          PRIMARY KEY (outbox, id))
        """,
        """
        CREATE INDEX IF NOT EXISTS waybill_outbox_due ON waybill_outbox (outbox, due_at, id)
          WHERE state IN ('queued', 'sending')
        """,
        """
        CREATE INDEX IF NOT EXISTS waybill_outbox_aside ON waybill_outbox (outbox, state, added_at, id)
          WHERE state IN ('refused', 'inDoubt')
        """,
        """
        CREATE INDEX IF NOT EXISTS waybill_outbox_end ON waybill_outbox (keep_until)
          WHERE state IN ('sent', 'refused', 'discarded')
        """,
    ]

    /// Makes the table where it is not there.
    ///
    /// - Throws: What the executor throws.
    public static func migrate(_ executor: any SQLExecutor) async throws {
        for migration in migrations { _ = try await executor.rows(of: SQLStatement(migration)) }
    }
}
