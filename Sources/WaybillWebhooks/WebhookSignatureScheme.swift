@_spi(Generated) public import WaybillSigning

/// How a service signs its webhooks, as data: HMAC (RFC 2104) over a text with placeholders.
///
/// What is signed is made of the received bytes and never of anything that was read and written again.
///
/// | Service | Scheme |
/// | --- | --- |
/// | GitHub | `{body}` in hex, value `sha256={signature}` |
/// | Standard Webhooks 1.0.0 | `{id}.{timestamp}.{body}` in Base64, value `v1,{signature}`, blanks between |
/// | Stripe | `{timestamp}.{body}` in hex, value `v1={signature}`, commas between, `t={timestamp}` among them |
@_spi(Generated)
public struct WebhookSignatureScheme: Sendable, Hashable {
    /// The hash function under the HMAC.
    public let algorithm: SignatureRecipe.Algorithm
    /// How the signature is written; hexadecimal digits are taken in lower case only.
    public let encoding: SignatureRecipe.Encoding
    /// What is signed: a text with the placeholders `{body}`, `{timestamp}` and `{id}`.
    public let signs: String
    /// The header field that has the signature.
    public let header: String
    /// One signature of that field, with the placeholder `{signature}`.
    public let value: String
    /// What stands between several of them.
    public let separator: WebhookSignatureSeparator
    /// How the key is taken from the secret.
    public let secret: WebhookSecretFormat
    /// The header field that `{id}` comes from.
    public let id: String?
    /// Where `{timestamp}` comes from.
    public let timestamp: WebhookTimestampSource?
    /// How far the timestamp may lie from the present, in either direction; five minutes where a timestamp is signed
    /// and nothing else is said.
    public let tolerance: Duration?

    /// How far a timestamp may lie from the present where a scheme does not say it: five minutes.
    public static let standardTolerance: Duration = .seconds(300)

    /// Makes a scheme; a verifier refuses one that contradicts itself.
    public init(
        algorithm: SignatureRecipe.Algorithm,
        encoding: SignatureRecipe.Encoding,
        signs: String = "{body}",
        header: String,
        value: String = "{signature}",
        separator: WebhookSignatureSeparator = .none,
        secret: WebhookSecretFormat = WebhookSecretFormat(),
        id: String? = nil,
        timestamp: WebhookTimestampSource? = nil,
        tolerance: Duration? = nil
    ) {
        self.algorithm = algorithm
        self.encoding = encoding
        self.signs = signs
        self.header = header
        self.value = value
        self.separator = separator
        self.secret = secret
        self.id = id
        self.timestamp = timestamp
        self.tolerance = tolerance
    }

    /// The signature of a body, without anything that the header field puts around it; for the vectors of a spec.
    /// - Returns: Nil where the secret or the scheme cannot be used, or where the scheme signs an id or a timestamp and
    ///   there is none.
    public func signature(secret: String, body: [UInt8], timestamp: String? = nil, id: String? = nil) -> String? {
        guard let key = self.secret.key(secret), let template = WebhookSigningTemplate(signs),
            let parts = template.parts(body: body, timestamp: timestamp, id: id)
        else { return nil }
        return SignatureText.text(KeyedHash(algorithm, key: key).code(parts), encoding)
    }
}
