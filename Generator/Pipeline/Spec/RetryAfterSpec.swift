/// When the Retry-After header counts.
public struct RetryAfterSpec: Sendable {
    /// The statuses on which it counts.
    public var on: [Located<ClosedRange<Int>>] = []
    /// The longest wait in milliseconds.
    public var cap: Located<Int>
    /// Whether the plan's usual spread is added on top.
    public var jitter: Located<Bool>

    /// Makes a rule from its cap and its spread.
    public init(cap: Located<Int>, jitter: Located<Bool>) {
        self.cap = cap
        self.jitter = jitter
    }
}
