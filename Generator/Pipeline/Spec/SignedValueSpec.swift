public import SpecYAML

/// A step on the way to a signature: texts joined, perhaps hashed, under a name.
public struct SignedValueSpec: Sendable, Readable {
    /// A hash function.
    public enum Hash: String, Sendable, CaseIterable {
        case md5
        case sha1
        case sha256
        case sha512
    }

    /// How the bytes of a value are written.
    public enum Encoding: String, Sendable, CaseIterable {
        case bytes
        case hex
        case upperHex = "hex.upper"
        case base64
        case urlBase64 = "base64.url"
        case percent
    }

    /// How the texts are read before anything else.
    public enum Reading: String, Sendable, CaseIterable {
        case text
        case base64
    }

    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
    /// The templates that it is made of.
    public var of: [Located<String>] = []
    /// What stands between them.
    public var join: Located<String>?
    /// How the texts are read.
    public var reading: Located<Reading> = .unread
    /// The function that they are hashed with.
    public var hash: Located<Hash>?
    /// The hash below the HMAC that they are signed with.
    public var hmac: Located<SignatureSpec.Algorithm>?
    /// The credential or the value that is the key of the HMAC.
    public var key: Located<String>?
    /// How the result is written.
    public var encoding: Located<Encoding>?

    static let dialect = Mapping<SignedValueSpec>("signedValue", "a value of a signature", at: \.location) {
        Key(required: "of", .texts, \.of).means("The text, or the texts that it is made of, one after the other.")
        Key("join", .separator, \.join).means("What stands between the texts: `newline`, or any text.")
        Key("read", .word(Reading.self), \.reading, default: "text")
            .means("How the whole text is read first: as it is, or as Base64 of bytes.")
        Key("hash", .word(Hash.self), \.hash).means("What the bytes are hashed with.")
        Key("hmac", .word(SignatureSpec.Algorithm.self), \.hmac).means("The hash below the HMAC that signs the bytes.")
        Key("key", .text("name"), \.key).otherwise("needed for `hmac`")
            .means("The credential, or the value before this one, that is the key of the HMAC.")
        Key("encoding", .word(Encoding.self), \.encoding).otherwise("`hex` of `hash` and `hmac`, else `bytes`")
            .means("How the result is written: `bytes` as it is, `percent` percent-encoded (RFC 3986, section 2.1).")
    }
    .short(for: "of")
}

extension SignedValueSpec.Reading: Unread { static var unread: Self { .text } }

extension Kind where Value == [Located<String>] {
    /// One template, or several that follow each other; one may be empty.
    static var texts: Kind { .list(.rawText("template")) }
}

extension Kind where Value == Located<String> {
    /// What stands between texts: the word `newline`, since no text of one line can have one, or the text itself.
    static var separator: Kind {
        Kind(.text("text")) { member, log in
            rawText("text").decode(member, &log).map { $0.value == "newline" ? Located("\n", at: $0.location) : $0 }
        }
    }
}
