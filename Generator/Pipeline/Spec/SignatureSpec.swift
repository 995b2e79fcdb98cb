/// How a signature is made: the words are the same for requests and webhooks.
public struct SignatureSpec: Sendable {
    /// The hash below HMAC.
    public enum Algorithm: String, Sendable, CaseIterable {
        case sha256
        case sha512
    }

    /// How the bytes of the signature become text.
    public enum Encoding: String, Sendable, CaseIterable {
        case hex
        case base64
    }

    /// The hash below HMAC.
    public var algorithm: Located<Algorithm>
    /// The credential that is the key.
    public var key: Located<String>
    /// What is signed: a template over `{timestamp}`, `{body}` and credentials.
    public var signs: Located<String>
    /// How the bytes of the signature become text.
    public var encoding: Located<Encoding>

    /// Makes a signature from its four parts.
    public init(
        algorithm: Located<Algorithm>,
        key: Located<String>,
        signs: Located<String>,
        encoding: Located<Encoding>
    ) {
        self.algorithm = algorithm
        self.key = key
        self.signs = signs
        self.encoding = encoding
    }
}
