/// The header fields of an API's rate limit.
@_spi(Generated)
public struct RateLimitNames: Sendable {
    /// The number of requests in a window.
    public let limit: String?
    /// How many are left.
    public let remaining: String?

    /// Makes a pair of names.
    public init(limit: String? = nil, remaining: String? = nil) {
        self.limit = limit
        self.remaining = remaining
    }
}
