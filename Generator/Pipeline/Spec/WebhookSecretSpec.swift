/// The secret of a webhook, as the user gives it.
public struct WebhookSecretSpec: Sendable {
    /// How the text of a secret becomes the key.
    public enum Encoding: String, Sendable, CaseIterable {
        case utf8
        case base64
    }

    /// What it is.
    public var about: Located<String>?
    /// How it begins; documentation, never a check.
    public var looksLike: Located<String>?
    /// How its text becomes the key; nil: its UTF-8 bytes.
    public var encoding: Located<Encoding>?
    /// What is taken off its beginning before it is decoded.
    public var prefix: Located<String>?

    /// Makes a secret of which nothing is known.
    public init() {}
}
