/// The header fields in which an API says things about an exchange.
@_spi(Generated)
public struct MetadataNames: Sendable {
    /// The server's id of the exchange.
    public let requestID: String?
    /// The rate limit and what is left of it.
    public let rateLimit: RateLimitNames?
    /// `true` where a stored answer is repeated.
    public let replayed: String?

    /// Makes a set of names.
    public init(requestID: String? = nil, rateLimit: RateLimitNames? = nil, replayed: String? = nil) {
        self.requestID = requestID
        self.rateLimit = rateLimit
        self.replayed = replayed
    }
}
