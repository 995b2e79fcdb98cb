/// The statements of claims on PostgreSQL, and what their answers mean.
enum PostgresClaims {
    /// What copies see who come while the row is not visible yet is `busy`, never `claimed`: the key is unique.
    static let claim = """
        WITH taken AS (
          INSERT INTO waybill_claims AS c (key, claim, expires_at)
          VALUES ($1::text, $2::text, now() + $3::bigint * interval '1 millisecond')
          ON CONFLICT (key) DO UPDATE SET claim = excluded.claim, expires_at = excluded.expires_at
          WHERE c.expires_at < now() OR c.claim = excluded.claim
          RETURNING 1)
        SELECT CASE
          WHEN EXISTS (SELECT FROM taken) THEN 'claimed'
          WHEN EXISTS (SELECT FROM waybill_claims WHERE key = $1::text AND claim IS NULL) THEN 'done'
          ELSE 'busy' END
        """

    static let complete = """
        UPDATE waybill_claims SET claim = NULL, expires_at = now() + $3::bigint * interval '1 millisecond'
        WHERE key = $1::text AND claim = $2::text RETURNING 'held'
        """

    static let release = "DELETE FROM waybill_claims WHERE key = $1::text AND claim = $2::text RETURNING 'held'"

    /// As `claim`, for a key that is done once the transaction is committed.
    ///
    /// To insert a key that another transaction is inserting waits for that one. So a lock on the key comes first, which is
    /// there or is not: a copy that comes during the work holds no connection. Two keys with one number for a lock are a
    /// copy told `busy` without need.
    static let record = """
        WITH lock AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(hashtextextended('waybill:' || $1::text, 0)) AS held),
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

    static let removeEnded = """
        WITH ended AS (
          DELETE FROM waybill_claims WHERE key IN (
            SELECT key FROM waybill_claims WHERE expires_at < now() ORDER BY expires_at LIMIT 10000 FOR UPDATE SKIP LOCKED)
          RETURNING 1)
        SELECT count(*)::text FROM ended
        """

    static func result(_ rows: [[String?]]) throws(UnexpectedAnswer) -> ClaimResult {
        switch rows.first?.first {
        case "claimed": .claimed
        case "done": .done
        case "busy": .busy
        default: throw UnexpectedAnswer(question: "claiming an event")
        }
    }

    static func count(_ rows: [[String?]]) throws(UnexpectedAnswer) -> Int {
        guard let text = rows.first?.first, let count = text.flatMap({ Int($0) }) else {
            throw UnexpectedAnswer(question: "counting rows")
        }
        return count
    }
}
