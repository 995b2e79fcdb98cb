/// The statements of an inbox.
struct InboxStatements: Sendable {
    let add: String
    let take: String
    let complete: String
    let retry: String
    let putAside: String
    let stuck: String
    let replay: String
    let discard: String
    let figures: String
    let removeEnded: String

    static let postgres = InboxStatements(
        .postgres,
        given: "jsonb_to_recordset(CAST(?1 AS jsonb)) AS given(key text, webhook text, content text, details text)",
        content: "decode(content, 'base64')",
        // PostgreSQL puts line breaks into Base64.
        base64: "translate(encode(content, 'base64'), chr(10), '')"
    )

    static let sqlite = InboxStatements(
        .sqlite,
        given: """
            (SELECT json_extract(value, '$.key') AS key, json_extract(value, '$.webhook') AS webhook,
              json_extract(value, '$.content') AS content, json_extract(value, '$.details') AS details FROM json_each(?1))
            """,
        content: "content",
        base64: "content"
    )

    /// - Parameters:
    ///   - given: The messages that are given as JSON, as a table.
    ///   - content: What is stored of a content in Base64.
    ///   - base64: The Base64 of what is stored.
    private init(_ engine: SQLEngine, given: String, content: String, base64: String) {
        let now = engine.now
        let isOwn = "key = CAST(?1 AS text) AND attempts = CAST(?2 AS bigint) AND state = 'waiting'"
        // Rows go in by their keys, so that two requests with the same events do not wait for each other in a circle.
        add = engine.statement(
            """
            INSERT INTO waybill_inbox AS i (key, webhook, due_at, received_at, keep_until, content, details)
            SELECT key, webhook, \(now), \(now), \(engine.now(plus: "?2")), \(content), details
            FROM \(given) WHERE true ORDER BY key
            ON CONFLICT (key) DO UPDATE SET webhook = excluded.webhook, state = 'waiting', attempts = 0,
              due_at = excluded.due_at, received_at = excluded.received_at, ended_at = NULL,
              keep_until = excluded.keep_until, failure = NULL, content = excluded.content, details = excluded.details
            WHERE i.state = 'done' AND i.keep_until < \(now)
            RETURNING key
            """
        )
        // What was taken as often as it may be, and neither ended nor failed, took its worker with it each time.
        take = engine.statement(
            """
            WITH due AS MATERIALIZED (
              SELECT key FROM waybill_inbox WHERE state = 'waiting' AND due_at <= \(now)
              ORDER BY due_at LIMIT CAST(?1 AS bigint) \(engine.skipLocked))
            UPDATE waybill_inbox SET
              state = CASE WHEN attempts < CAST(?3 AS bigint) THEN 'waiting' ELSE 'stuck' END,
              ended_at = CASE WHEN attempts < CAST(?3 AS bigint) THEN NULL ELSE \(now) END,
              failure = CASE WHEN attempts < CAST(?3 AS bigint) THEN failure ELSE CAST(?4 AS text) END,
              attempts = CASE WHEN attempts < CAST(?3 AS bigint) THEN attempts + 1 ELSE attempts END,
              due_at = \(engine.now(plus: "?2"))
            WHERE key IN (SELECT key FROM due)
            RETURNING state, key, webhook, \(base64), details, CAST(attempts AS text)
            """
        )
        complete = engine.statement(
            """
            UPDATE waybill_inbox SET state = 'done', ended_at = \(now), failure = NULL, content = '', details = ''
            WHERE \(isOwn) RETURNING 'held'
            """
        )
        retry = engine.statement(
            """
            UPDATE waybill_inbox SET due_at = \(engine.now(plus: "?3")), failure = CAST(?4 AS text)
            WHERE \(isOwn) RETURNING 'held'
            """
        )
        putAside = engine.statement(
            """
            UPDATE waybill_inbox SET state = 'stuck', ended_at = \(now), failure = CAST(?3 AS text)
            WHERE \(isOwn) RETURNING 'held'
            """
        )
        stuck = engine.statement(
            """
            SELECT key, webhook, CAST(\(engine.milliseconds("received_at")) AS text), CAST(attempts AS text),
              coalesce(failure, '')
            FROM waybill_inbox WHERE state = 'stuck' ORDER BY received_at, key LIMIT CAST(?1 AS bigint)
            """
        )
        replay = engine.statement(
            """
            UPDATE waybill_inbox SET state = 'waiting', attempts = 0, due_at = \(now), ended_at = NULL, failure = NULL
            WHERE state = 'stuck' AND (CAST(?1 AS text) = '' OR key = CAST(?1 AS text)) RETURNING 'held'
            """
        )
        discard = engine.statement(
            """
            UPDATE waybill_inbox SET state = 'done', ended_at = \(now), content = '', details = ''
            WHERE state = 'stuck' AND key = CAST(?1 AS text) RETURNING 'held'
            """
        )
        figures = engine.statement(
            """
            SELECT CAST(count(*) FILTER (WHERE state = 'waiting') AS text),
              CAST(count(*) FILTER (WHERE state = 'stuck') AS text), CAST(count(*) FILTER (WHERE state = 'done') AS text),
              CAST(\(engine.milliseconds("\(now) - min(received_at) FILTER (WHERE state = 'waiting')")) AS text)
            FROM waybill_inbox
            """
        )
        removeEnded = engine.statement(
            """
            DELETE FROM waybill_inbox WHERE key IN (
              SELECT key FROM waybill_inbox WHERE state = 'done' AND keep_until < \(now)
              ORDER BY keep_until LIMIT 10000 \(engine.skipLocked))
            RETURNING 'ended'
            """
        )
    }
}
