/// When a request of an outbox is sent again that was not reached, was put off, or came to no clear end.
public struct OutboxRetries: Sendable, Hashable {
    /// How often a request is sent before the outbox gives up.
    public let attempts: Int

    /// How long the first failure waits; each one after it waits twice as long.
    public let first: Duration

    /// The longest that a failure waits.
    public let longest: Duration

    /// Makes a rule; as it stands, a request is tried for some nine hours.
    ///
    /// - Parameters:
    ///   - attempts: How often a request is sent; less than one counts as one.
    ///   - first: How long the first failure waits.
    ///   - longest: The longest that a failure waits, whatever the server asks for.
    public init(attempts: Int = 20, first: Duration = .seconds(1), longest: Duration = .seconds(3_600)) {
        self.attempts = max(1, attempts)
        self.first = max(.zero, first)
        self.longest = max(self.first, longest)
    }

    /// How long a request waits after an attempt, the first of which is 1; nil where it was the last one.
    ///
    /// - Parameters:
    ///   - attempt: The number of the attempt.
    ///   - retryAfter: What the server asked for: never less than that, but for ``longest``.
    ///   - random: From 0 to 1: up to a fifth is added, so that what failed together does not come again together.
    public func delay(after attempt: Int, retryAfter: Duration? = nil, random: Double = 0) -> Duration? {
        guard attempt < attempts else { return nil }
        // Doubling stops where the longest is reached, so that nothing overflows.
        var delay = first
        var count = 1
        while delay != .zero, delay < longest, count < attempt {
            delay = delay * 2
            count += 1
        }
        delay = min(max(delay, retryAfter ?? .zero), longest)
        return delay + delay * (min(max(random, 0), 1) / 5)
    }
}
