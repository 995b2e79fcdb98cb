/// The header fields of an API's rate limit.
@_spi(Generated)
public struct RateLimitNames: Sendable {
    /// The number of requests in a window.
    public let limit: String?
    /// How many are left.
    public let remaining: String?
    /// When the window begins anew.
    public let reset: RateReset?
    /// Further windows, or all of them where the first has no names of its own.
    public let windows: [RateWindowNames]
    /// Whether the API sends `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers-10).
    public let isStandard: Bool

    /// Makes a set of names.
    public init(
        limit: String? = nil,
        remaining: String? = nil,
        reset: RateReset? = nil,
        windows: [RateWindowNames] = [],
        isStandard: Bool = false
    ) {
        self.limit = limit
        self.remaining = remaining
        self.reset = reset
        self.windows = windows
        self.isStandard = isStandard
    }
}
