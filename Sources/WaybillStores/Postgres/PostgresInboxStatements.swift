/// The statements of an inbox on PostgreSQL.
enum PostgresInboxStatements {
    /// Rows go in by their keys, so that two requests with the same events do not wait for each other.
    static let add = """
        WITH given AS (
          SELECT place, key, webhook, content, details,
            row_number() OVER (PARTITION BY key ORDER BY place) AS copy
          FROM jsonb_to_recordset($1::jsonb)
            AS message(place integer, key text, webhook text, content text, details text)),
        kept AS (
          INSERT INTO waybill_inbox AS i (key, webhook, due_at, received_at, keep_until, content, details)
          SELECT key, webhook, now(), now(), now() + $2::bigint * interval '1 millisecond', decode(content, 'base64'), details
          FROM given WHERE copy = 1 ORDER BY key
          ON CONFLICT (key) DO UPDATE SET webhook = excluded.webhook, state = 'waiting', attempts = 0,
            due_at = excluded.due_at, received_at = excluded.received_at, ended_at = NULL,
            keep_until = excluded.keep_until, failure = NULL, content = excluded.content, details = excluded.details
          WHERE i.state = 'done' AND i.keep_until < now()
          RETURNING key)
        SELECT CASE WHEN kept.key IS NULL OR given.copy > 1 THEN 'copy' ELSE 'new' END
        FROM given LEFT JOIN kept USING (key) ORDER BY given.place
        """

    /// What was taken as often as it may be, and neither ended nor failed, took its worker with it each time.
    ///
    /// Rows that a transaction works on are locked, and so are passed over also where their lease has ended.
    static let take = """
        WITH given_up AS (
          UPDATE waybill_inbox SET state = 'stuck', ended_at = now(), failure = $4::text
          WHERE key IN (
            SELECT key FROM waybill_inbox
            WHERE state = 'waiting' AND due_at <= now() AND attempts >= $3::bigint LIMIT 100 FOR UPDATE SKIP LOCKED)),
        due AS (
          SELECT key FROM waybill_inbox
          WHERE state = 'waiting' AND due_at <= now() AND attempts < $3::bigint
          ORDER BY due_at LIMIT $1::bigint FOR UPDATE SKIP LOCKED)
        UPDATE waybill_inbox AS i
        SET attempts = i.attempts + 1, due_at = now() + $2::bigint * interval '1 millisecond'
        FROM due WHERE i.key = due.key
        RETURNING i.key, i.webhook, translate(encode(i.content, 'base64'), chr(10), ''), i.details, i.attempts::text
        """

    static let complete = """
        UPDATE waybill_inbox
        SET state = 'done', ended_at = now(), failure = NULL, content = '', details = ''
        WHERE key = $1::text AND attempts = $2::bigint AND state = 'waiting' RETURNING 'held'
        """

    static let retry = """
        UPDATE waybill_inbox SET due_at = now() + $3::bigint * interval '1 millisecond', failure = $4::text
        WHERE key = $1::text AND attempts = $2::bigint AND state = 'waiting' RETURNING 'held'
        """

    static let putAside = """
        UPDATE waybill_inbox SET state = 'stuck', ended_at = now(), failure = $3::text
        WHERE key = $1::text AND attempts = $2::bigint AND state = 'waiting' RETURNING 'held'
        """

    static let stuck = """
        SELECT key, webhook, (extract(epoch FROM received_at) * 1000)::bigint::text, attempts::text, coalesce(failure, '')
        FROM waybill_inbox WHERE state = 'stuck' ORDER BY received_at, key LIMIT $1::bigint
        """

    static let replay = """
        UPDATE waybill_inbox SET state = 'waiting', attempts = 0, due_at = now(), ended_at = NULL, failure = NULL
        WHERE state = 'stuck' AND ($1::text = '' OR key = $1::text) RETURNING 'held'
        """

    static let discard = """
        UPDATE waybill_inbox SET state = 'done', ended_at = now(), content = '', details = ''
        WHERE state = 'stuck' AND key = $1::text RETURNING 'held'
        """

    static let figures = """
        SELECT count(*) FILTER (WHERE state = 'waiting')::text, count(*) FILTER (WHERE state = 'stuck')::text,
          count(*) FILTER (WHERE state = 'done')::text,
          (extract(epoch FROM now() - min(received_at) FILTER (WHERE state = 'waiting')) * 1000)::bigint::text
        FROM waybill_inbox
        """

    static let removeEnded = """
        WITH ended AS (
          DELETE FROM waybill_inbox WHERE key IN (
            SELECT key FROM waybill_inbox WHERE state = 'done' AND keep_until < now()
            ORDER BY keep_until LIMIT 10000 FOR UPDATE SKIP LOCKED)
          RETURNING 1)
        SELECT count(*)::text FROM ended
        """
}
