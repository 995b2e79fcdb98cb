public import SpecYAML

/// How the signature of a delivery is made, and where it stands.
public struct WebhookSignatureSpec: Sendable {
    /// What separates several signatures of one header.
    public enum Separator: String, Sendable, CaseIterable {
        case space = " "
        case comma = ","
    }

    /// Where it stands.
    public var location: SourceLocation
    /// The hash below HMAC.
    public var algorithm: Located<SignatureSpec.Algorithm>
    /// How the bytes of the signature become text.
    public var encoding: Located<SignatureSpec.Encoding>
    /// What is signed: a template over `{body}`, `{timestamp}` and `{id}`.
    public var signs: Located<String>
    /// The header of the signature.
    public var headerName: Located<String>
    /// What stands in it: a template over `{signature}`.
    public var headerValue: Located<String>
    /// What separates several signatures; nil: there is one.
    public var separator: Located<Separator>?
    /// The header of the delivery's id.
    public var idHeader: Located<String>?
    /// Where the signed time stands; nil where none is signed.
    public var timestamp: Timestamp?
    /// How far the signed time may be off, in milliseconds.
    public var tolerance: Located<Int>?

    /// Where the signed time stands.
    public enum Timestamp: Sendable {
        /// In a header of its own.
        case header(Located<String>)
        /// In the signature's header, as this template over `{timestamp}`.
        case inSignature(value: Located<String>)
    }

    /// Makes a signature from the parts that it cannot do without.
    public init(
        at location: SourceLocation,
        algorithm: Located<SignatureSpec.Algorithm>,
        encoding: Located<SignatureSpec.Encoding>,
        signs: Located<String>,
        headerName: Located<String>,
        headerValue: Located<String>
    ) {
        self.location = location
        self.algorithm = algorithm
        self.encoding = encoding
        self.signs = signs
        self.headerName = headerName
        self.headerValue = headerValue
    }
}
