/// The tables of the stores on PostgreSQL, and how they come to be.
///
/// Version 12 and later. A program may call ``migrate(_:)`` whenever it starts, also several at once. Who has a tool of
/// their own for such changes takes ``migrations``, each of which may run again without harm.
///
/// The tables' names begin with `waybill_`; they stand in the first schema of the connection's `search_path`.
public enum PostgresSchema {
    /// The changes that make the tables, in their order; each is one statement, and changes nothing where it was made before.
    public static let migrations: [String] = [claims, inbox, pacing, outbox].enumerated().map { migration($0 + 1, $1) }

    /// Makes the tables, or changes those of an earlier version.
    ///
    /// - Throws: What the executor throws, such as for a user who may not make tables.
    public static func migrate(_ executor: any SQLExecutor) async throws {
        for migration in migrations { _ = try await executor.rows(of: SQLStatement(migration)) }
    }

    /// A lock makes programs that start together wait for each other: `IF NOT EXISTS` alone lets two try at once, and says something each time.
    private static func migration(_ version: Int, _ statements: String) -> String {
        """
        DO $waybill$
        BEGIN
          PERFORM pg_advisory_xact_lock(hashtextextended('waybill_migrations', 0));
          IF to_regclass('waybill_migrations') IS NULL THEN
            CREATE TABLE waybill_migrations (version integer PRIMARY KEY, made_at timestamptz NOT NULL DEFAULT now());
          END IF;
          IF NOT EXISTS (SELECT FROM waybill_migrations WHERE version = \(version)) THEN
        \(statements)
            INSERT INTO waybill_migrations (version) VALUES (\(version));
          END IF;
        END
        $waybill$
        """
    }

    /// A key is claimed where `claim` says by whom, and done where it is null, both until `expires_at`.
    private static let claims = """
            CREATE TABLE waybill_claims (key text PRIMARY KEY, claim text, expires_at timestamptz NOT NULL);
            CREATE INDEX waybill_claims_end ON waybill_claims (expires_at);
        """

    /// What is done keeps its key alone: the event and what stood beside it are people's data.
    private static let inbox = """
            CREATE TABLE waybill_inbox (
              key text PRIMARY KEY,
              webhook text NOT NULL,
              state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'stuck')),
              attempts integer NOT NULL DEFAULT 0,
              due_at timestamptz NOT NULL,
              received_at timestamptz NOT NULL,
              ended_at timestamptz,
              keep_until timestamptz NOT NULL,
              failure text,
              content bytea NOT NULL,
              details text NOT NULL);
            CREATE INDEX waybill_inbox_due ON waybill_inbox (due_at) WHERE state = 'waiting';
            CREATE INDEX waybill_inbox_stuck ON waybill_inbox (received_at) WHERE state = 'stuck';
            CREATE INDEX waybill_inbox_end ON waybill_inbox (keep_until) WHERE state = 'done';
        """
}
