/// When an API's operations are tried again, as its spec has it.
@_spi(Generated)
public struct RetryPlan: Sendable {
    /// The number of attempts, the first one included.
    public let attempts: Int
    /// Whether network failures are worth another attempt.
    public let retriesNetworkFailures: Bool
    /// The statuses that are worth another attempt.
    public let statuses: [StatusRange]
    /// How long to wait.
    public let schedule: RetrySchedule
    /// When `Retry-After` decides instead.
    public let retryAfter: RetryAfterRule?

    /// Makes a plan; see ``standard`` for that of a spec that says nothing.
    public init(
        attempts: Int,
        retriesNetworkFailures: Bool,
        statuses: [StatusRange],
        schedule: RetrySchedule,
        retryAfter: RetryAfterRule? = nil
    ) {
        self.attempts = attempts
        self.retriesNetworkFailures = retriesNetworkFailures
        self.statuses = statuses
        self.schedule = schedule
        self.retryAfter = retryAfter
    }

    /// The plan of a spec that says nothing: three attempts, half a second growing twofold up to 20 seconds, all of
    /// it left to chance; what servers say of overload and of their own failures is worth another attempt.
    public static let standard = RetryPlan(
        attempts: 3,
        retriesNetworkFailures: true,
        statuses: [408, 429, 500, 502, 503, 504, .range(520...524)],
        schedule: .exponential(
            base: .milliseconds(500),
            factor: 2,
            cap: .seconds(20),
            jitter: .full,
            throttledBase: .seconds(1)
        ),
        retryAfter: RetryAfterRule(statuses: [.range(300...599)], cap: .seconds(60), jitter: .standard)
    )
}
