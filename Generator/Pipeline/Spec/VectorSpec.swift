public import SpecYAML

/// A known result of the signature.
public struct VectorSpec: Sendable, Readable {
    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
    /// The credentials, by name.
    public var credentials: [Named<Located<String>>] = []
    /// Unix time in seconds.
    public var timestamp: Located<Int>?
    /// The nonce.
    public var nonce: Located<String>?
    /// The method.
    public var method: Located<String>?
    /// The whole URL, without what authentication adds.
    public var url: Located<String>?
    /// The header fields of the request.
    public var headers: [Named<Located<String>>] = []
    /// The body's bytes, from `body` (text) or `bodyHex`.
    public var body: Located<[UInt8]> = .unread
    /// What the signature must be, without what a header puts around it.
    public var signature: Located<String> = .unread

    static let dialect = Mapping<VectorSpec>("vector", "a vector", at: \.location) {
        Key("timestamp", .int, \.timestamp).otherwise("needed where it is signed").means("Unix time in seconds.")
        Key("nonce", .text, \.nonce).otherwise("needed where it is signed").means("The nonce.")
        Key("method", .text, \.method).otherwise("needed where it is signed").means("The method.")
        Key("url", .text("URL"), \.url).otherwise("needed where a part of it is signed")
            .means("The whole URL, without what `query` of `auth` adds.")
        Key("headers", .named(.rawText("text"), by: "header name"), \.headers)
            .means("The request's headers, without those of `auth`.")
        Key("body", .utf8, absence: .described("this or `bodyHex`")) { $0.body = $1 }.means("The body.")
        Key("bodyHex", .hex, absence: .described("this or `body`")) { $0.body = $1 }
            .means("The body's bytes, where they are easier to see so.")
        Key(required: "signature", .text, \.signature).means("The result, without what a header puts around it.")
    }
    .oneOf(["body"], ["bodyHex"])
    .others(.rawText("text"), \.credentials)
}
