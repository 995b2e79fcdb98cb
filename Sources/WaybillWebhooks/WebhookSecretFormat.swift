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

    /// The key, or nil where the secret has a fault; nothing is trimmed or guessed.
    func key(_ secret: String) -> [UInt8]? {
        fault(in: secret) == nil ? bytes(secret) : nil
    }

    /// What makes a secret unusable, without anything of it; nil where it can be used.
    ///
    /// White space around it is refused and not cut off: it comes from files and clipboards, and with it every genuine
    /// request would be refused without a hint.
    func fault(in secret: String) -> String? {
        if secret.isEmpty { return "must not be empty" }
        if secret.unicodeScalars.allSatisfy(Self.isBlank) { return "must not be blank" }
        if secret.last?.isNewline == true { return "ends in a line break; was it read from a file?" }
        if secret.first?.isWhitespace == true || secret.last?.isWhitespace == true {
            return "begins or ends with white space, which is no part of a secret"
        }
        if secret.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "contains a control character" }
        if KeyText.isPublicKey(secret) { return "is a public key, which everybody may have, and no secret" }
        guard let bytes = bytes(secret) else { return "is not in the form that the service gives it" }
        return bytes.isEmpty ? "is empty after its prefix" : nil
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
    }

    private func bytes(_ secret: String) -> [UInt8]? {
        switch encoding {
        case .utf8: return Array(secret.utf8)
        case .hex: return SignatureText.bytes(secret.lowercased().utf8, .hex)
        case .base64: break
        }
        var text = Substring(secret)
        if let prefix, text.utf8.starts(with: prefix.utf8) { text = Substring(text.utf8.dropFirst(prefix.utf8.count)) }
        return SignatureText.bytes(Self.padded(text).utf8, .base64)
    }

    /// Base64 with the padding that it may lack, as in secrets of Standard Webhooks, whose own library adds it.
    private static func padded(_ text: Substring) -> String {
        text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    }
}
