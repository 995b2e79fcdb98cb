public import SpecYAML

/// A known signature of a webhook.
public struct WebhookVectorSpec: Sendable, Readable {
    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
    /// The secret, as a user would give it.
    public var secret: Located<String>?
    /// The public key in its place, where a private one signs.
    public var publicKey: Located<String>?
    /// The body, from `body` (text), `bodyHex` or `bodyBase64`.
    public var body: Located<[UInt8]> = .unread
    /// The signed time in seconds since 1970.
    public var timestamp: Located<Int>?
    /// The delivery's id, where it is signed.
    public var id: Located<String>?
    /// The URL that is called, where it is signed.
    public var url: Located<String>?
    /// What the signature must be, without what the header puts around it.
    public var signature: Located<String> = .unread

    static let dialect = Mapping<WebhookVectorSpec>("webhookVector", "a webhook's vector", at: \.location) {
        Key("secret", .text, \.secret).otherwise("this or `publicKey`").means("The secret, as a user gives it.")
        Key("publicKey", .rawText("text", isMultiline: true), \.publicKey).otherwise("this or `secret`").means(
            "The public key, as a user gives it."
        )
        Key("body", .utf8, absence: .described("this or the next two")) { $0.body = $1 }.means("The body.")
        Key("bodyHex", .hex, absence: .described("this or another")) { $0.body = $1 }.means("The body's bytes.")
        Key("bodyBase64", .base64, absence: .described("this or another")) { $0.body = $1 }.means("The body's bytes.")
        Key("timestamp", .int, \.timestamp).otherwise("needed where it is signed")
            .means("The time in seconds since 1970.")
        Key("id", .text, \.id).otherwise("needed where it is signed").means("The delivery's id.")
        Key("url", .text, \.url).otherwise("needed where it is signed").means("The URL that is called.")
        Key(required: "signature", .text, \.signature).means("The signature, without what the header puts around it.")
    }
    .oneOf(["secret"], ["publicKey"])
    .oneOf(["body"], ["bodyHex"], ["bodyBase64"])
}
