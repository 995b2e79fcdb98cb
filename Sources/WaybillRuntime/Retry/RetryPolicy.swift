/// How often a client retries and how long it waits in between, in place of its API's own numbers.
///
/// Which outcomes are retried stays with the API, and so does the server's `Retry-After` where the API honours it.
/// A policy that makes no sense is refused when a client is made with it.
public struct RetryPolicy: Sendable {
    let maxAttempts: Int
    /// Nil for the API's own.
    let schedule: RetrySchedule?

    private init(_ maxAttempts: Int, _ schedule: RetrySchedule?) {
        self.maxAttempts = maxAttempts
        self.schedule = schedule
    }

    /// Delays from a closure.
    /// - Parameters:
    ///   - maxAttempts: The number of attempts, the first one included; at least 1.
    ///   - delay: How long to wait, given the number of the attempt that just failed, from 1. Results below zero
    ///     count as zero, above 24 hours as 24 hours.
    public init(maxAttempts: Int, delay: @escaping @Sendable (Int) -> Duration) {
        self.init(maxAttempts, .custom(delay))
    }

    /// The API's own delays with another number of attempts, the first one included.
    public static func documented(maxAttempts: Int) -> RetryPolicy { RetryPolicy(maxAttempts, nil) }

    /// One attempt, whatever becomes of it; where its token is refused, one more with a new token.
    public static let never = RetryPolicy(1, nil)

    /// The step after the first failure, twice the step after the second, and so on.
    public static func linear(maxAttempts: Int, step: Duration) -> RetryPolicy {
        RetryPolicy(maxAttempts, .linear(step))
    }

    /// A delay that grows by a factor (1 to 1000) each time, up to a cap.
    public static func exponential(
        maxAttempts: Int,
        base: Duration = .milliseconds(500),
        factor: Double = 2,
        cap: Duration = .seconds(20),
        jitter: BackoffJitter = .full
    ) -> RetryPolicy {
        RetryPolicy(maxAttempts, .exponential(base: base, factor: factor, cap: cap, jitter: jitter))
    }

    /// These delays one after the other, the last one repeated; up to `jitter` is added to each.
    public static func table(maxAttempts: Int, delays: [Duration], jitter: Duration = .zero) -> RetryPolicy {
        RetryPolicy(maxAttempts, .table(delays, jitter: jitter))
    }
}
