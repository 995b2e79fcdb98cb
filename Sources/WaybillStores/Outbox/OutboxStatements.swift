/// The statements of an outbox: the same for all databases, but for the words for the time and for locks.
///
/// Times are whole milliseconds since 1970 by the database's clock.
struct OutboxStatements: Sendable {
    /// The present.
    private let now: String
    /// What keeps a row from those who ask at the same time; nothing where only one writes at once.
    private let lock: String
    /// What a placeholder's number stands behind.
    private let placeholder: String

    static let postgres = OutboxStatements(
        now: "CAST(extract(epoch FROM now()) * 1000 AS bigint)",
        lock: "FOR UPDATE SKIP LOCKED",
        placeholder: "$"
    )

    /// SQLite has one writer at a time, and counts placeholders by their first appearance where they are not written `?1`.
    static let sqlite = OutboxStatements(
        now: "CAST((julianday('now') - 2440587.5) * 86400000 AS bigint)",
        lock: "",
        placeholder: "?"
    )

    private func statement(_ sql: String, _ values: [SQLValue]) -> SQLStatement {
        let text = sql.replacing("{now}", with: now).replacing("{lock}", with: lock)
        return SQLStatement(placeholder == "$" ? text : text.replacing("$", with: placeholder), values)
    }

    func add(_ message: OutboxMessage) -> SQLStatement {
        statement(
            """
            INSERT INTO waybill_outbox (outbox, id, operation, added_at, due_at, request)
            VALUES (CAST($1 AS text), CAST($2 AS text), CAST($3 AS text), {now}, {now}, CAST($4 AS text))
            ON CONFLICT (outbox, id) DO NOTHING RETURNING 'new'
            """,
            [.text(message.outbox), .text(message.id), .text(message.operation), .text(message.request)]
        )
    }

    /// When the statement has ended, `sending` stands there, before anything goes out.
    ///
    /// Rows that another worker takes at this moment are passed over.
    func take(from outbox: String, lease: Duration) -> SQLStatement {
        statement(
            """
            WITH due AS MATERIALIZED (
              SELECT id FROM waybill_outbox
              WHERE outbox = CAST($1 AS text) AND state IN ('queued', 'sending') AND due_at <= {now}
              ORDER BY due_at, id LIMIT 1 {lock})
            UPDATE waybill_outbox SET state = 'sending', attempts = attempts + 1, fence = fence + 1,
              pending_ms = {now} - first_sent_at, first_sent_at = coalesce(first_sent_at, {now}),
              due_at = {now} + CAST($2 AS bigint)
            WHERE outbox = CAST($1 AS text) AND id IN (SELECT id FROM due)
            RETURNING id, request, CAST(attempts AS text), CAST(fence AS text), CAST(pending_ms AS text)
            """,
            [.text(outbox), .milliseconds(lease)]
        )
    }

    /// The same ending once more is recorded once more: the first answer may have got lost.
    func end(_ taken: TakenRequest, in outbox: String, as ending: OutboxEnding, keepFor: Duration) -> SQLStatement {
        statement(
            """
            UPDATE waybill_outbox SET state = CAST($4 AS text), due_at = {now} + CAST($5 AS bigint),
              attempts = CAST($9 AS bigint),
              first_sent_at = CASE WHEN CAST($4 AS text) = 'queued' THEN NULL ELSE first_sent_at END,
              failure = nullif(CAST($6 AS text), ''), answer = nullif(CAST($7 AS text), ''),
              request = CASE WHEN CAST($4 AS text) = 'sent' THEN '' ELSE request END,
              ended_at = CASE WHEN CAST($4 AS text) IN ('queued', 'sending') THEN NULL ELSE {now} END,
              keep_until = CASE WHEN CAST($4 AS text) IN ('sent', 'refused') THEN {now} + CAST($8 AS bigint) END
            WHERE outbox = CAST($1 AS text) AND id = CAST($2 AS text) AND fence = CAST($3 AS bigint)
              AND state IN ('sending', CAST($4 AS text))
            RETURNING 'held'
            """,
            [
                .text(outbox), .text(taken.id), .integer(taken.fence), .text(ending.state.rawValue),
                .milliseconds(ending.delay), .text(ending.failure?.replacing("\0", with: "") ?? ""),
                .text(ending.answer ?? ""), .milliseconds(keepFor), .integer(Int64(ending.attempts(of: taken))),
            ]
        )
    }

    func move(
        _ id: String,
        in outbox: String,
        from states: Set<OutboxState>,
        to state: OutboxState,
        keepFor: Duration
    ) -> SQLStatement {
        let names = OutboxState.allCases.filter(states.contains).map(\.rawValue).joined(separator: ",")
        return statement(
            """
            UPDATE waybill_outbox SET state = CAST($3 AS text), fence = fence + 1, due_at = {now},
              attempts = CASE WHEN CAST($3 AS text) = 'queued' THEN 0 ELSE attempts END,
              first_sent_at = CASE WHEN CAST($3 AS text) = 'queued' THEN NULL ELSE first_sent_at END,
              failure = CASE WHEN CAST($3 AS text) = 'queued' THEN NULL ELSE failure END,
              request = CASE WHEN CAST($3 AS text) IN ('sent', 'discarded') THEN '' ELSE request END,
              ended_at = CASE WHEN CAST($3 AS text) IN ('queued', 'sending') THEN NULL ELSE {now} END,
              keep_until = CASE WHEN CAST($3 AS text) IN ('sent', 'refused', 'discarded')
                THEN {now} + CAST($5 AS bigint) END
            WHERE outbox = CAST($1 AS text) AND id = CAST($2 AS text)
              AND ',' || CAST($4 AS text) || ',' LIKE '%,' || state || ',%'
            RETURNING 'held'
            """,
            [.text(outbox), .text(id), .text(state.rawValue), .text(names), .milliseconds(keepFor)]
        )
    }

    func row(_ id: String, in outbox: String) -> SQLStatement {
        statement(
            "SELECT \(Self.columns) FROM waybill_outbox WHERE outbox = CAST($1 AS text) AND id = CAST($2 AS text)",
            [.text(outbox), .text(id)]
        )
    }

    func rows(in outbox: String, _ state: OutboxState, limit: Int) -> SQLStatement {
        statement(
            """
            SELECT \(Self.columns) FROM waybill_outbox WHERE outbox = CAST($1 AS text) AND state = CAST($2 AS text)
            ORDER BY added_at, id LIMIT CAST($3 AS bigint)
            """,
            [.text(outbox), .text(state.rawValue), .integer(Int64(max(0, limit)))]
        )
    }

    private static let columns = """
        id, operation, state, CAST(attempts AS text), CAST(added_at AS text), CAST(first_sent_at AS text),
        CAST(due_at AS text), CAST(ended_at AS text), failure, answer, request
        """

    func figures(of outbox: String) -> SQLStatement {
        statement(
            """
            SELECT CAST(count(*) FILTER (WHERE state = 'queued') AS text),
              CAST(count(*) FILTER (WHERE state = 'sending') AS text),
              CAST(count(*) FILTER (WHERE state = 'sent') AS text),
              CAST(count(*) FILTER (WHERE state = 'refused') AS text),
              CAST(count(*) FILTER (WHERE state = 'inDoubt') AS text),
              CAST({now} - min(added_at) FILTER (WHERE state IN ('queued', 'sending')) AS text)
            FROM waybill_outbox WHERE outbox = CAST($1 AS text)
            """,
            [.text(outbox)]
        )
    }

    var removeEnded: SQLStatement {
        statement(
            """
            WITH ended AS MATERIALIZED (
              SELECT outbox, id FROM waybill_outbox
              WHERE state IN ('sent', 'refused', 'discarded') AND keep_until < {now}
              ORDER BY keep_until LIMIT 10000 {lock})
            DELETE FROM waybill_outbox WHERE (outbox, id) IN (SELECT outbox, id FROM ended) RETURNING 'ended'
            """,
            []
        )
    }
}
