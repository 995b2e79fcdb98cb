@_spi(Generated) public import WaybillSigning

/// How a webhook's key is taken from the text of its secret.
@_spi(Generated)
public struct WebhookSecretFormat: Sendable, Hashable {
    /// How the key's bytes are written.
    public let encoding: SignatureRecipe.KeyEncoding
    /// What stands before the Base64 and is cut off where it is there, such as `whsec_`; a secret that is no Base64 is
    /// taken as it is.
    public let prefix: String?

    /// Makes a description of a secret.
    public init(encoding: SignatureRecipe.KeyEncoding = .utf8, prefix: String? = nil) {
        self.encoding = encoding
        self.prefix = prefix
    }

    /// The key, or nil where the secret is empty or not in its encoding; nothing is trimmed or guessed.
    func key(_ secret: String) -> [UInt8]? {
        var text = Substring(secret)
        if encoding == .base64, let prefix, text.utf8.starts(with: prefix.utf8) {
            text = Substring(text.utf8.dropFirst(prefix.utf8.count))
        }
        let key = encoding == .base64 ? SignatureText.bytes(text.utf8, .base64) : Array(text.utf8)
        return key.flatMap { $0.isEmpty ? nil : $0 }
    }
}
