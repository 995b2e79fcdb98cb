public import SpecYAML

/// A known result of the signature.
public struct VectorSpec: Sendable {
    /// Where it stands.
    public var location: SourceLocation
    /// The credentials, by name.
    public var credentials: [Named<Located<String>>] = []
    /// Unix time in seconds.
    public var timestamp: Located<Int>?
    /// The body's bytes, from `body` (text) or `bodyHex`.
    public var body: Located<[UInt8]>
    /// What the signature must be, without what a header puts around it.
    public var signature: Located<String>

    /// Makes a vector from its body and its result.
    public init(at location: SourceLocation, body: Located<[UInt8]>, signature: Located<String>) {
        self.location = location
        self.body = body
        self.signature = signature
    }
}
