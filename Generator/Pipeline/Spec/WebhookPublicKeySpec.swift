public import SpecYAML

/// The public key of a webhook, as the user gives it.
public struct WebhookPublicKeySpec: Sendable, Readable {
    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
    /// What it is, for the documentation.
    public var about: Located<String>?
    /// How it begins; documentation, never a check.
    public var looksLike: Located<String>?

    static let dialect = Mapping<WebhookPublicKeySpec>("webhookPublicKey", "a webhook's 'publicKey'", at: \.location) {
        Key("about", .text, \.about).means("What it is, and where to find it.")
        Key("looksLike", .text, \.looksLike).means("How it begins; documentation, never a check.")
    }
}
