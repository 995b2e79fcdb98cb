/// What somebody has found out about a request in doubt.
public enum OutboxResolution: Sendable, Hashable {
    /// It was carried out.
    case sent
    /// It was not: it is sent again, under the same idempotency key.
    case notSent
}
