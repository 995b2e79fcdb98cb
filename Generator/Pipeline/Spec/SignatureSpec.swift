/// How a signature is made: the words are the same for requests and webhooks.
public struct SignatureSpec: Sendable, Readable {
    /// The hash below HMAC.
    public enum Algorithm: String, Sendable, CaseIterable {
        case sha1
        case sha256
        case sha512
    }

    /// How the bytes of the signature become text.
    public enum Encoding: String, Sendable, CaseIterable {
        case hex
        case base64
    }

    /// The hash below HMAC.
    public var algorithm: Located<Algorithm> = .unread
    /// The credential that is the key.
    public var key: Located<String> = .unread
    /// What is signed: a template over `{timestamp}`, `{body}` and credentials.
    public var signs: Located<String> = .unread
    /// How the bytes of the signature become text.
    public var encoding: Located<Encoding> = .unread

    static let dialect = Mapping<SignatureSpec>("signature", "'signature'") {
        Key(required: "algorithm", .word(Algorithm.self), \.algorithm).means("The hash below HMAC.")
        Key(required: "key", .text("credential"), \.key).means("The credential that is the key, as its UTF-8 bytes.")
        Key(required: "signs", .text("template"), \.signs).means("What is signed; it has `{body}`.")
        Key(required: "encoding", .word(Encoding.self), \.encoding)
            .means("How the result is written; hex in small letters.")
    }
}

extension SignatureSpec.Algorithm: Unread { static var unread: Self { .sha256 } }
extension SignatureSpec.Encoding: Unread { static var unread: Self { .hex } }
