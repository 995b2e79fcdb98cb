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
    /// The credential or the value that is the key.
    public var key: Located<String> = .unread
    /// What is signed: templates.
    public var signs: [Located<String>] = []
    /// What stands between them.
    public var join: Located<String>?
    /// How the bytes of the signature become text.
    public var encoding: Located<Encoding> = .unread
    /// The header fields of `{headers}`.
    public var headers: [Located<String>] = []
    /// What is signed among the parameters beside those of the request.
    public var parameters: [Named<Located<String>>] = []
    /// The steps, by name.
    public var values: [Named<SignedValueSpec>] = []

    static let dialect = Mapping<SignatureSpec>("signature", "'signature'") {
        Key(required: "algorithm", .word(Algorithm.self), \.algorithm).means("The hash below HMAC.")
        Key(required: "key", .text("name"), \.key)
            .means("The credential that is the key, as its UTF-8 bytes, or one of `values`.")
        Key(required: "signs", .texts, \.signs).means("What is signed, one text after the other; see below.")
        Key("join", .separator, \.join).means("What stands between the texts: `newline`, or any text.")
        Key(required: "encoding", .word(Encoding.self), \.encoding)
            .means("How the result is written; hex in small letters.")
        Key("headers", .list(.text("header name")), \.headers)
            .means("The headers of `{headers}`, those that a request has; `x-acme-*` is all that begin so.")
        Key("parameters", .named(.text("template"), by: "parameter"), \.parameters)
            .means("What stands in `{parameters}` beside the query and the form.")
        Key("values", .named(SignedValueSpec.dialect), \.values)
            .means("The steps before, in their order: texts, hashes and keys, each of which is `{<name>}` further on.")
    }

    /// The first text of what is signed, for diagnostics.
    var firstSigned: Located<String> { signs.first ?? Located("", at: algorithm.location) }
}

extension SignatureSpec.Algorithm: Unread { static var unread: Self { .sha256 } }
extension SignatureSpec.Encoding: Unread { static var unread: Self { .hex } }
