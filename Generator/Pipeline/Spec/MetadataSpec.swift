/// Which headers of an answer mean what.
public struct MetadataSpec: Sendable {
    /// The header with the request's id.
    public var requestID: Located<String>?
    /// The header with the size of the rate window.
    public var rateLimitLimit: Located<String>?
    /// The header with what is left of it.
    public var rateLimitRemaining: Located<String>?
    /// The header that marks a replayed answer.
    public var replayed: Located<String>?

    /// Makes a description that names no header.
    public init() {}
}
