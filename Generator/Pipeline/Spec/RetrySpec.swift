/// Which failures are worth another attempt, and when.
public struct RetrySpec: Sendable {
    /// All attempts, the first one included.
    public var attempts: Located<Int>?
    /// The outcomes that are worth another attempt, in the spec's order.
    public var on: [Located<Outcome>] = []
    /// How long to wait.
    public var delay: Located<Delay>?
    /// When the Retry-After header counts; nil where the spec says `none` or nothing (see `saysRetryAfter`).
    public var retryAfter: RetryAfterSpec?
    /// Whether the spec says anything about Retry-After.
    public var saysRetryAfter = false

    /// An outcome that is worth another attempt.
    public enum Outcome: Sendable, Hashable {
        /// No answer came.
        case network
        /// A status, or a range of them.
        case statuses(ClosedRange<Int>)
    }

    /// How long to wait before the next attempt; all times in milliseconds.
    public enum Delay: Sendable, Hashable {
        /// One time after each attempt, the last one repeated.
        case table([Int], jitter: Int)
        /// The time multiplied by the number of failed attempts.
        case linear(Int)
        /// The base, multiplied by the factor each time, never over the cap; `full` jitter draws from 0 to it.
        case exponential(base: Int, factor: Double, cap: Int, fullJitter: Bool)
    }

    /// Makes a plan that says nothing.
    public init() {}
}
