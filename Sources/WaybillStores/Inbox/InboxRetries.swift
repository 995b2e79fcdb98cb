/// When an event of an inbox is worked on again whose work has failed.
public struct InboxRetries: Sendable, Hashable {
    /// How often an event is worked on before it is put aside as stuck.
    public let attempts: Int

    /// How long the first failure waits; each one after it waits twice as long.
    public let first: Duration

    /// The longest that a failure waits.
    public let longest: Duration

    /// Makes a rule; as it stands, an event is tried for some nine hours.
    ///
    /// - Parameters:
    ///   - attempts: How often an event is worked on; less than one counts as one.
    ///   - first: How long the first failure waits.
    ///   - longest: The longest that a failure waits.
    public init(attempts: Int = 20, first: Duration = .seconds(1), longest: Duration = .seconds(3_600)) {
        self.attempts = max(1, attempts)
        self.first = max(.zero, first)
        self.longest = max(self.first, longest)
    }

    /// How long an event waits after an attempt, the first of which is 1; nil where it was the last one.
    public func delay(after attempt: Int) -> Duration? {
        guard attempt < attempts else { return nil }
        // Doubling stops where the longest is reached, so that nothing overflows.
        var (delay, doubled) = (first, 1)
        while doubled < attempt && delay < longest && delay > .zero {
            delay = delay > longest / 2 ? longest : delay * 2
            doubled += 1
        }
        return min(delay, longest)
    }
}
