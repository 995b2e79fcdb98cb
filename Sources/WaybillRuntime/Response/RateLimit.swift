/// The rate limit as an answer's header fields give it.
public struct RateLimit: Sendable, Hashable {
    /// The number of requests in a window, or nil where the answer has none.
    public let limit: Int?

    /// How many of them are left, never below zero; nil where the answer does not say.
    public let remaining: Int?

    /// Makes a value by hand, for tests and previews.
    public init(limit: Int? = nil, remaining: Int? = nil) {
        self.limit = limit
        self.remaining = remaining
    }

    /// Whether nothing is left: `remaining` is known and not above zero.
    public var isSaturated: Bool { remaining.map { $0 <= 0 } ?? false }
}
