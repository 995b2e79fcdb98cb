/// Which headers of an answer mean what.
public struct MetadataSpec: Sendable, Readable {
    /// The header with the request's id.
    public var requestID: Located<String>?
    /// The header with the size of the rate window.
    public var rateLimitLimit: Located<String>?
    /// The header with what is left of it.
    public var rateLimitRemaining: Located<String>?
    /// The header that marks a replayed answer.
    public var replayed: Located<String>?

    static let dialect = Mapping<MetadataSpec>("metadata", "'metadata'") {
        Key("requestID", .text("header name"), \.requestID).means("The request's id, which support asks for.")
        Key("rateLimit", rateLimit, in: \.self).means("The headers that tell the rate.")
        Key("replayed", .text("header name"), \.replayed)
            .means("The header that marks an answer replayed for a known idempotency key.")
    }

    private static let rateLimit = Mapping<MetadataSpec>("rateLimitHeaders", "'rateLimit'") {
        Key("limit", .text("header name"), \.rateLimitLimit).means("How many requests the window allows.")
        Key("remaining", .text("header name"), \.rateLimitRemaining).means("How many are left.")
    }
}
