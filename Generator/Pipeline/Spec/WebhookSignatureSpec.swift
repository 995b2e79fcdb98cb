import SpecYAML

/// How the signature of a delivery is made, and where it stands.
public struct WebhookSignatureSpec: Sendable, Readable {
    /// How a delivery is signed: by HMAC with a hash, or with a private key.
    public enum Algorithm: String, Sendable, CaseIterable {
        case sha1
        case sha256
        case sha512
        case ed25519
        case p256
    }

    /// What separates several signatures of one header.
    public enum Separator: String, Sendable, CaseIterable {
        case space = " "
        case comma = ","
    }

    /// How it is signed.
    public var algorithm: Located<Algorithm> = .unread
    /// How the bytes of the signature become text.
    public var encoding: Located<SignatureSpec.Encoding> = .unread
    /// What is signed: a template over `{timestamp}`, `{id}`, `{url}`, and `{body}` or `{form}`.
    public var signs: Located<String> = .unread
    /// The header of the signature.
    public var headerName: Located<String> = .unread
    /// What stands in it: a template over `{signature}`.
    public var headerValue: Located<String> = .unread
    /// What separates several signatures; nil: there is one.
    public var separator: Located<Separator>?
    /// The header of the delivery's id.
    public var idHeader: Located<String>?
    /// Where the signed time stands; nil where none is signed.
    public var timestamp: Timestamp?
    /// How far the signed time may be off, in milliseconds.
    public var tolerance: Located<Int>?

    /// Where the signed time stands.
    public enum Timestamp: Sendable {
        /// In a header of its own.
        case header(Located<String>)
        /// In the signature's header, as this template over `{timestamp}`.
        case inSignature(value: Located<String>)
    }

    static let dialect = Mapping<WebhookSignatureSpec>("webhookSignature", "a webhook's 'signature'") {
        Key(required: "algorithm", .word(Algorithm.self), \.algorithm)
            .means("The hash below HMAC; or `ed25519`, or `p256` (ECDSA with SHA-256), which have a `publicKey`.")
        Key(required: "encoding", .word(SignatureSpec.Encoding.self), \.encoding)
            .means("How the signature is written.")
        Key(required: "signs", .text("template"), \.signs)
            .means("What is signed; it ends with `{body}` or `{form}`: what followed could pass for a part of them.")
        Key(required: "header", header, in: \.self).means("Where the signature stands.")
    }

    private static let header = Mapping<WebhookSignatureSpec>("webhookHeader", "the signature's 'header'") {
        Key(required: "name", .text("header name"), \.headerName).means("The header.")
        Key("value", .text("template"), \.headerValue, default: "{signature}")
            .means("One signature as it stands there.")
        Key("separator", .separator, \.separator).otherwise("`none`")
            .means("What separates several; one that holds is enough.")
    }
}

extension WebhookSignatureSpec.Algorithm: Unread { static var unread: Self { .sha256 } }

extension Kind where Value == Located<WebhookSignatureSpec.Separator> {
    /// A blank is a separator, and no empty text.
    fileprivate static var separator: Kind {
        let words = ["none", "\" \"", "\",\""]
        return Kind(.words(words)) { member, log in
            guard let text = Kind<Located<String>>.rawText("word").decode(member, &log), text.value != "none" else {
                return nil
            }
            if let separator = WebhookSignatureSpec.Separator(rawValue: text.value) {
                return Located(separator, at: text.location)
            }
            log.loseWord(text, among: words)
            return nil
        }
    }
}
