/// The header fields of one window of an API's rate, where it has several.
@_spi(Generated)
public struct RateWindowNames: Sendable {
    /// What the API calls the window.
    public let name: String
    /// The number of requests in the window.
    public let limit: String?
    /// How many are left.
    public let remaining: String?
    /// When it begins anew.
    public let reset: RateReset?

    /// Makes a set of names.
    public init(_ name: String, limit: String? = nil, remaining: String? = nil, reset: RateReset? = nil) {
        self.name = name
        self.limit = limit
        self.remaining = remaining
        self.reset = reset
    }
}
