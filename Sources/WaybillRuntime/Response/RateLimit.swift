#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
#else
public import struct Foundation.Date
#endif

/// The rate limit as an answer's header fields give it: one window of it, where the API has several.
public struct RateLimit: Sendable, Hashable {
    /// What the API calls the window, such as `day`; nil where it has one window without a name.
    public let name: String?

    /// The number of requests in a window, or nil where the answer has none.
    public let limit: Int?

    /// How many of them are left, never below zero; nil where the answer does not say.
    public let remaining: Int?

    /// When the window begins anew, by this machine's clock, or nil where the answer does not say.
    ///
    /// What an answer says counts from its own `Date`, so that a clock that is wrong here does not matter.
    public let resetsAt: Date?

    /// How long the window is, or nil where the answer does not say.
    public let window: Duration?

    /// Makes a value by hand, for tests and previews.
    public init(
        limit: Int? = nil,
        remaining: Int? = nil,
        name: String? = nil,
        resetsAt: Date? = nil,
        window: Duration? = nil
    ) {
        self.limit = limit
        self.remaining = remaining
        self.name = name
        self.resetsAt = resetsAt
        self.window = window
    }

    /// Whether nothing is left: `remaining` is known and not above zero.
    public var isSaturated: Bool { remaining.map { $0 <= 0 } ?? false }
}
