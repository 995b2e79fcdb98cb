public import SpecYAML

/// A known signature of a webhook.
public struct WebhookVectorSpec: Sendable {
    /// Where it stands.
    public var location: SourceLocation
    /// The secret, as a user would give it.
    public var secret: Located<String>
    /// The body, from `body` (text), `bodyHex` or `bodyBase64`.
    public var body: Located<[UInt8]>
    /// The signed time in seconds since 1970.
    public var timestamp: Located<Int>?
    /// The delivery's id.
    public var id: Located<String>?
    /// What the signature must be, without what the header puts around it.
    public var signature: Located<String>

    /// Makes a vector from its secret, its body and its result.
    public init(
        at location: SourceLocation,
        secret: Located<String>,
        body: Located<[UInt8]>,
        signature: Located<String>
    ) {
        self.location = location
        self.secret = secret
        self.body = body
        self.signature = signature
    }
}
