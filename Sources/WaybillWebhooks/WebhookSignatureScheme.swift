@_spi(Generated) public import WaybillSigning

/// How a service signs its webhooks, as data: a code or a signature over a text with placeholders.
///
/// What is signed is made of the received bytes and never of anything that was read and written again.
///
/// | Service | Scheme |
/// | --- | --- |
/// | GitHub | `{body}` in hex, value `sha256={signature}` |
/// | Standard Webhooks 1.0.0 | `{id}.{timestamp}.{body}` in Base64, value `v1,{signature}`, blanks between |
/// | Twilio | `{url}{form}` by HMAC-SHA1, in Base64 |
/// | SendGrid | `{timestamp}{body}` by ECDSA, in Base64 |
/// | Stripe | `{timestamp}.{body}` in hex, value `v1={signature}`, commas between, `t={timestamp}` among them |
@_spi(Generated)
public struct WebhookSignatureScheme: Sendable, Hashable {
    /// How it is signed: by HMAC with a secret, or with a private key.
    public let algorithm: WebhookSignatureAlgorithm
    /// How the signature is written; hexadecimal digits are taken in lower case only.
    public let encoding: SignatureRecipe.Encoding
    /// What is signed: a text with the placeholders `{timestamp}`, `{id}`, `{url}`, and last `{body}` or `{form}`.
    ///
    /// `{url}` is the receiver's URL, character by character; `{form}` has the names and values of a form's fields, decoded, sorted
    /// by their bytes, with nothing between them.
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
        algorithm: WebhookSignatureAlgorithm,
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
    /// - Parameter secret: The secret, or the private key where there are public keys.
    /// - Returns: Nil where the secret or the scheme cannot be used, or where the scheme signs an id, a timestamp or a URL and
    ///   there is none.
    public func signature(
        secret: String,
        body: [UInt8],
        timestamp: String? = nil,
        id: String? = nil,
        url: String? = nil
    ) -> String? {
        let values = WebhookSignedValues(body: body, timestamp: timestamp, id: id, url: url)
        guard let parts = WebhookSigningTemplate(signs)?.parts(values) else { return nil }
        if let curve = algorithm.curve {
            let code = SigningPrivateKey(curve, text: secret)?.signature(parts)
            return code.map { SignatureText.text($0, encoding) }
        }
        guard let hash = algorithm.hash, let key = self.secret.key(secret) else { return nil }
        return SignatureText.text(KeyedHash(hash, key: key).code(parts), encoding)
    }

    /// Whether a signature holds under a public key; for the vectors of a spec.
    /// - Returns: Nil where the key or the scheme cannot be used, or where what is signed is not all there.
    public func isValid(
        _ signature: String,
        publicKey: String,
        body: [UInt8],
        timestamp: String? = nil,
        id: String? = nil,
        url: String? = nil
    ) -> Bool? {
        let values = WebhookSignedValues(body: body, timestamp: timestamp, id: id, url: url)
        guard let curve = algorithm.curve, let key = SigningPublicKey(curve, text: publicKey),
            let parts = WebhookSigningTemplate(signs)?.parts(values)
        else { return nil }
        guard let code = SignatureText.bytes(signature.utf8, encoding) else { return false }
        return key.firstMatch(among: [code], signing: parts).map { _ in true } ?? false
    }

    /// A private key that everybody may know, for tests and sandboxes; nil where there are no such keys.
    public var exampleKey: String? {
        switch algorithm {
        case .sha1, .sha256, .sha512: nil
        // RFC 8032, section 7.1, test 1.
        case .ed25519: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
        // RFC 6979, appendix A.2.5.
        case .p256: "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721"
        }
    }

    /// The public key that belongs to a private one, in Base64; nil where there are no such keys, or it is none.
    public func publicKey(of privateKey: String) -> String? {
        algorithm.curve.flatMap { SigningPrivateKey($0, text: privateKey)?.publicKey }
    }
}
