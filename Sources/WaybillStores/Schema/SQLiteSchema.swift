/// The tables of the stores on SQLite, and how they come to be.
///
/// Version 3.35 and later. A program may call ``migrate(_:)`` whenever it starts. Who has a tool of their own for such
/// changes takes ``migrations``, each of which may run again without harm.
///
/// Use `PRAGMA journal_mode = WAL`, `PRAGMA synchronous = FULL` and a `PRAGMA busy_timeout`: with less than `FULL`, a power
/// failure takes back what was kept last, after it was acknowledged. Keep the file where nobody else reads it.
public enum SQLiteSchema {
    /// The changes that make the tables, in their order; each is one statement, and changes nothing where it was made before.
    public static let migrations: [String] = claims + inbox + outbox

    /// Makes the tables, or changes those of an earlier version.
    ///
    /// - Throws: What the executor throws.
    public static func migrate(_ executor: any SQLExecutor) async throws {
        for migration in migrations { _ = try await executor.rows(of: SQLStatement(migration)) }
    }

    /// As those of PostgreSQL; times are milliseconds since 1970.
    private static let claims = [
        "CREATE TABLE IF NOT EXISTS waybill_claims (key text PRIMARY KEY, claim text, expires_at integer NOT NULL)",
        "CREATE INDEX IF NOT EXISTS waybill_claims_end ON waybill_claims (expires_at)",
    ]

    private static let inbox = [
        """
        CREATE TABLE IF NOT EXISTS waybill_inbox (
          key text PRIMARY KEY,
          webhook text NOT NULL,
          state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'stuck')),
          attempts integer NOT NULL DEFAULT 0,
          due_at integer NOT NULL,
          received_at integer NOT NULL,
          ended_at integer,
          keep_until integer NOT NULL,
          failure text,
          content text NOT NULL,
          details text NOT NULL)
        """,
        "CREATE INDEX IF NOT EXISTS waybill_inbox_due ON waybill_inbox (due_at) WHERE state = 'waiting'",
        "CREATE INDEX IF NOT EXISTS waybill_inbox_stuck ON waybill_inbox (received_at) WHERE state = 'stuck'",
        "CREATE INDEX IF NOT EXISTS waybill_inbox_end ON waybill_inbox (keep_until) WHERE state = 'done'",
    ]
}
