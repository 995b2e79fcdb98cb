public import SpecYAML
public import WaybillJSON

/// A JSON Web Token that a client signs itself.
public struct WebTokenSpec: Sendable, Readable {
    /// How it is signed.
    public enum Algorithm: String, Sendable, CaseIterable {
        case hs256 = "HS256"
        case rs256 = "RS256"
        case es256 = "ES256"
    }

    /// How the bytes of a secret are written.
    public enum KeyEncoding: String, Sendable, CaseIterable {
        case text
        case base64
        case hex
    }

    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
    /// How it is signed.
    public var algorithm: Located<Algorithm> = .unread
    /// The credential that is the key.
    public var key: Located<String> = .unread
    /// How the bytes of a secret are written.
    public var keyEncoding: Located<KeyEncoding>?
    /// The header beside `alg`.
    public var header: Located<JSONObject>?
    /// The claims beside `iat` and `exp`.
    public var claims: Located<JSONObject>?
    /// The time from `iat` to `exp` in milliseconds.
    public var lifetime: Located<Int> = .unread
    /// How long before the clock's time `iat` lies, in milliseconds.
    public var backdate: Located<Int> = .unread
    /// How long before its end it is replaced, in milliseconds.
    public var margin: Located<Int> = .unread

    static let dialect = Mapping<WebTokenSpec>("jwt", "'jwt'", at: \.location) {
        Key(required: "algorithm", .word(Algorithm.self), \.algorithm)
            .means("How it is signed (RFC 7518, section 3.1), which stands in its header as `alg`.")
        Key(required: "key", .text("credential"), \.key)
            .means("The credential that is the key: a private key in PEM, or the secret of `HS256`.")
        Key("keyEncoding", .word(KeyEncoding.self), \.keyEncoding).otherwise("`text`")
            .means("How the secret of `HS256` is written.")
        Key("header", .object, \.header).means("The header beside `alg`; `typ` is `JWT` unless it stands here.")
        Key("claims", .object, \.claims).means("The claims beside `iat` and `exp`, which are made of the time.")
        Key(required: "lifetime", .duration, \.lifetime).means("The time from `iat` to `exp`, in whole seconds.")
        Key("backdate", .duration, \.backdate, default: "0s")
            .means("How far `iat` lies in the past, for servers whose clocks are behind.")
        Key("margin", .duration, \.margin, default: "30s")
            .means("How long before its end it is made anew, where it is used again; at most half of its life.")
    }
}

extension WebTokenSpec.Algorithm: Unread { static var unread: Self { .hs256 } }
