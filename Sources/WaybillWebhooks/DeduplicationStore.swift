/// Remembers which events have been claimed, so that each is worked on once.
///
/// A store in memory sees the copies that reach one process. Where several processes take webhooks, or where a restart
/// must not forget, give them a store that they share; one statement of its database does it.
///
/// SQL (PostgreSQL), where a claim holds if a row comes back. One row a key, the key being the table's primary one, and
/// a row past its end is taken over:
///
/// ```sql
/// INSERT INTO webhook_claims (key, expires_at) VALUES ($1, now() + make_interval(secs => $2))
/// ON CONFLICT (key) DO UPDATE SET expires_at = excluded.expires_at WHERE webhook_claims.expires_at < now()
/// RETURNING key
/// ```
///
/// Where another job deletes the rows past their end, `ON CONFLICT DO NOTHING` is enough. In a transaction with the
/// work itself, a claim is given up with everything else when the work fails.
///
/// Redis, where a claim holds if the answer is `OK`; 90,000 seconds are 25 hours:
///
/// ```text
/// SET webhook:$key 1 NX EX 90000
/// ```
///
/// A claim must be decided by one such step. To ask first and to write then lets two copies pass that come at once.
public protocol DeduplicationStore: Sendable {
    /// Claims a key, unless it is claimed.
    ///
    /// - Parameters:
    ///   - key: What copies of the event are known by.
    ///   - keepFor: How long the claim has to last, at least.
    /// - Returns: Whether the key was free: of any number of copies, exactly one is told so.
    /// - Throws: Where that cannot be told. The event is then not taken, and the service sends it again.
    func claim(_ key: String, keepFor: Duration) async throws -> Bool

    /// Gives a claim up, so that the event can be claimed again; for work that has failed.
    func release(_ key: String) async throws
}
