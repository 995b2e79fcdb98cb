/// The statements of claims by lease.
struct ClaimStatements: Sendable {
    /// Gives a row where the key is taken.
    let claim: String
    /// Gives a row where there is the key, which is done or held.
    let state: String
    let complete: String
    let release: String
    let removeEnded: String

    static let postgres = ClaimStatements(.postgres)
    static let sqlite = ClaimStatements(.sqlite)

    private init(_ engine: SQLEngine) {
        claim = engine.statement(
            """
            INSERT INTO waybill_claims AS c (key, claim, expires_at)
            VALUES (CAST(?1 AS text), CAST(?2 AS text), \(engine.now(plus: "?3")))
            ON CONFLICT (key) DO UPDATE SET claim = excluded.claim, expires_at = excluded.expires_at
            WHERE c.expires_at < \(engine.now) OR c.claim = excluded.claim
            RETURNING 'claimed'
            """
        )
        state = engine.statement(
            "SELECT CASE WHEN claim IS NULL THEN 'done' ELSE 'busy' END FROM waybill_claims WHERE key = CAST(?1 AS text)"
        )
        complete = engine.statement(
            """
            UPDATE waybill_claims SET claim = NULL, expires_at = \(engine.now(plus: "?3"))
            WHERE key = CAST(?1 AS text) AND claim = CAST(?2 AS text) RETURNING 'held'
            """
        )
        release = engine.statement(
            "DELETE FROM waybill_claims WHERE key = CAST(?1 AS text) AND claim = CAST(?2 AS text) RETURNING 'held'"
        )
        removeEnded = engine.statement(
            """
            DELETE FROM waybill_claims WHERE key IN (
              SELECT key FROM waybill_claims WHERE expires_at < \(engine.now)
              ORDER BY expires_at LIMIT 10000 \(engine.skipLocked))
            RETURNING 'ended'
            """
        )
    }
}
