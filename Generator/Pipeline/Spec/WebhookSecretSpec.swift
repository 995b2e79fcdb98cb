public import SpecYAML

/// The secret of a webhook, as the user gives it.
public struct WebhookSecretSpec: Sendable, Readable {
    /// How the text of a secret becomes the key.
    public enum Encoding: String, Sendable, CaseIterable {
        case utf8
        case base64
        case hex
    }

    /// The place of the mapping, for diagnostics; unread where there is none.
    public var location: SourceLocation = .unread
    /// What it is, for the documentation.
    public var about: Located<String>?
    /// How it begins; documentation, never a check.
    public var looksLike: Located<String>?
    /// How its text becomes the key; nil: its UTF-8 bytes.
    public var encoding: Located<Encoding>?
    /// What is taken off its beginning before it is decoded.
    public var prefix: Located<String>?

    static let dialect = Mapping<WebhookSecretSpec>("webhookSecret", "a webhook's 'secret'", at: \.location) {
        Key("about", .text, \.about).means("What it is, and where to find it.")
        Key("looksLike", .text, \.looksLike).means("How it begins; documentation, never a check.")
        Key("encoding", .word(Encoding.self), \.encoding, default: "utf8").means("How its text becomes the key.")
        Key("prefix", .text, \.prefix).means("With `base64`: what is taken off before the rest is decoded.")
    }
}
