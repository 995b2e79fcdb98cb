/// Which headers of an answer mean what.
public struct MetadataSpec: Sendable, Readable {
    /// The header with the request's id.
    public var requestID: Located<String>?
    /// The headers that tell the rate.
    public var rateLimit = RateLimitSpec()
    /// The header that marks a replayed answer.
    public var replayed: Located<String>?

    static let dialect = Mapping<MetadataSpec>("metadata", "'metadata'") {
        Key("requestID", .text("header name"), \.requestID).means("The request's id, which support asks for.")
        Key("rateLimit", RateLimitSpec.dialect, in: \.rateLimit).means("The headers that tell the rate.")
        Key("replayed", .text("header name"), \.replayed)
            .means("The header that marks an answer replayed for a known idempotency key.")
    }
}
