/// When the server's `Retry-After` decides how long to wait (RFC 9110, section 10.2.3).
@_spi(Generated)
public struct RetryAfterRule: Sendable {
    /// The statuses on which it counts.
    public let statuses: [StatusRange]
    /// The longest wait that is granted.
    public let cap: Duration
    /// What is added, so that clients do not come back all at once.
    public let jitter: RetryAfterJitter

    /// Makes a rule from the statuses it holds for and its bounds.
    public init(statuses: [StatusRange], cap: Duration, jitter: RetryAfterJitter) {
        self.statuses = statuses
        self.cap = cap
        self.jitter = jitter
    }

    /// How long to wait.
    /// - Parameters:
    ///   - asked: What the server asks for.
    ///   - backoff: What the plan would wait on its own.
    ///   - spread: A random number, 0 inclusive to 1 exclusive.
    func delay(asked: Duration, backoff: Duration, spread: Double) -> Duration {
        let wait = min(asked, cap)
        guard jitter == .standard else { return wait }
        return max(backoff, wait) + min(.seconds(1), wait / 10) * spread
    }
}
