/// Remembers which events are being worked on and which have been, so that copies are not worked on again.
///
/// A key has one of three states: free, claimed for the length of a lease, or done for as long as copies may come. A claim
/// whose lease has ended is free again, so that an event is not lost with the process that had it.
///
/// What this promises is *at least once*: an event is worked on again where the work outlives its lease, and where the process
/// ends between the work and its completion. Where twice would do harm, do the work in the transaction that records
/// ``WebhookDelivery/key``, or hand the key on to what does the work.
///
/// A store in memory sees the copies that reach one process. Where several processes take webhooks, or where a restart
/// must not forget, give them a store that they share. Each of the three steps must be decided by one statement or
/// script: to ask first and to write then lets two copies pass that come at once. The product `WaybillWebhookTesting` has
/// checks for stores.
///
/// PostgreSQL; `$2` is the claim's text, `$3` the lease or the time to keep, in seconds:
///
/// ```sql
/// CREATE TABLE webhook_claims (key text PRIMARY KEY, claim text, expires_at timestamptz NOT NULL);
/// CREATE INDEX ON webhook_claims (expires_at);
///
/// -- claim
/// WITH taken AS (
///   INSERT INTO webhook_claims AS c (key, claim, expires_at) VALUES ($1, $2, now() + make_interval(secs => $3))
///   ON CONFLICT (key) DO UPDATE SET claim = excluded.claim, expires_at = excluded.expires_at
///   WHERE c.expires_at < now() OR c.claim = excluded.claim RETURNING 1)
/// SELECT CASE WHEN EXISTS (SELECT FROM taken) THEN 'claimed'
///   WHEN EXISTS (SELECT FROM webhook_claims WHERE key = $1 AND claim IS NULL) THEN 'done' ELSE 'busy' END;
///
/// -- complete: true if a row was updated
/// UPDATE webhook_claims SET claim = NULL, expires_at = now() + make_interval(secs => $3) WHERE key = $1 AND claim = $2;
///
/// -- release
/// DELETE FROM webhook_claims WHERE key = $1 AND claim = $2;
///
/// -- once an hour, since nothing else deletes rows
/// DELETE FROM webhook_claims WHERE expires_at < now();
/// ```
///
/// Redis 7 or Valkey, where no answer and the claim's own text mean claimed, `done` means done, and anything else busy; times are
/// in milliseconds. To complete and to release are each a script of one comparison:
///
/// ```text
/// SET webhook:$key $claim NX GET PX $lease
///
/// if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
/// redis.call('SET', KEYS[1], 'done', 'PX', ARGV[2]) return 1
///
/// if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
/// return redis.call('DEL', KEYS[1])
/// ```
public protocol DeduplicationStore: Sendable {
    /// Claims a key, unless another claim holds it or it is done.
    ///
    /// Of any number of claims at once, exactly one is told `.claimed`. The same claim again, since an answer was lost, is
    /// `.claimed` again.
    ///
    /// - Parameters:
    ///   - key: What copies of the event are known by; at most 200 bytes of any text.
    ///   - claim: Who claims it.
    ///   - lease: How long the work may last; the key is free again when that has passed.
    /// - Throws: Where the state cannot be told. The event is then not taken, and the service sends it again.
    func claim(_ key: String, as claim: ClaimID, lease: Duration) async throws -> ClaimResult

    /// Turns a claim into a key that is done.
    ///
    /// - Parameters:
    ///   - key: What was claimed.
    ///   - claim: Who claimed it.
    ///   - keepFor: How long copies have to be known, at least.
    /// - Returns: False, having changed nothing, where the claim no longer holds the key: its lease had ended, and another may
    ///   have worked too.
    /// - Throws: Where that cannot be told. The event is then not acknowledged.
    func complete(_ key: String, _ claim: ClaimID, keepFor: Duration) async throws -> Bool

    /// Frees a key, for work that has failed; nothing happens where the claim does not hold it.
    ///
    /// - Throws: Where that cannot be told. The lease then ends by itself.
    func release(_ key: String, _ claim: ClaimID) async throws
}
