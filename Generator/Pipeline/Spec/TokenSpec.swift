public import SpecYAML

/// How a client asks for the tokens that it sends.
public struct TokenSpec: Sendable, Readable {
    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
    /// Where a token is asked for, below the client's URL.
    public var path: Located<String>?
    /// Where a token is asked for, anywhere.
    public var url: Located<String>?
    /// The header fields of the request.
    public var headers: [Named<Located<String>>] = []
    /// The fields of the request, as a form.
    public var form: [Named<Located<String>>] = []
    /// The fields of the request, as an object of JSON.
    public var json: [Named<Located<String>>] = []
    /// The user and the password of HTTP Basic.
    public var basic: TokenBasicSpec?
    /// The path in the answer at which the token stands.
    public var at: Located<String> = .unread
    /// The path in the answer of how many seconds it is good for.
    public var expiresIn: Located<String>?
    /// The path in the answer of the time at which it ends.
    public var expiresAt: Located<String>?
    /// How long it is good for in milliseconds, whatever the answer says.
    public var lifetime: Located<Int>?
    /// How long before its end it is replaced, in milliseconds.
    public var margin: Located<Int> = .unread
    /// The limit of one attempt in milliseconds.
    public var timeout: Located<Int> = .unread
    /// All attempts, the first one included.
    public var attempts: Located<Int> = .unread

    /// What the request has in header fields, as a form or as JSON: where a JSON Web Token can stand.
    var fields: [Located<String>] { (headers + form + json).map(\.value) }

    /// What is written from credentials.
    var templates: [Located<String>] {
        [path, url, basic?.user, basic?.password].compactMap(\.self) + fields
    }

    static let dialect = Mapping<TokenSpec>("token", "'token'", at: \.location) {
        Key("path", .text("path"), \.path)
            .means("Where a token is asked for by POST: as an operation's path, over credentials. This or `url`.")
        Key("url", .text("URL"), \.url)
            .means("The whole address, where that is elsewhere; over credentials, each one segment of its path.")
        Key("headers", .named(.text("template"), by: "header name"), \.headers)
            .means("The header fields of the request: templates over credentials and `{jwt}`.")
        Key("form", .named(.rawText("template"), by: "field"), \.form)
            .means("The fields of the request as a form: templates over credentials and `{jwt}`. This or `json`.")
        Key("json", .named(.rawText("template"), by: "member"), \.json)
            .means("The fields of the request as an object of JSON. Without `form` and `json` it has no body.")
        Key("basic", TokenBasicSpec.dialect.kind, \.basic).means("HTTP Basic, encoded as RFC 6749, section 2.3.1 says.")
        Key("at", .text("path"), \.at, default: "access_token").means("Where the token stands in the answer.")
        Key("expiresIn", .text("path"), \.expiresIn).otherwise("`expires_in`")
            .means("Where the answer says how many seconds it is good for.")
        Key("expiresAt", .text("path"), \.expiresAt)
            .means("Where the answer has its end, in place of that: RFC 3339, or seconds or milliseconds since 1970.")
        Key("lifetime", .duration, \.lifetime).means("How long it is good for, where the answer does not say.")
        Key("margin", .duration, \.margin, default: "60s")
            .means("How long before its end it is replaced; at most half of its life.")
        Key("timeout", .duration, \.timeout, default: "10s").means("The limit of one attempt to get one.")
        Key("attempts", .int, \.attempts, default: "3").means("All attempts to get one; 1 to 10.")
    }
    .oneOf(["path"], ["url"])
}
