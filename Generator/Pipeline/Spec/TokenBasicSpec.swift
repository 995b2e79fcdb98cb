/// The user and the password of HTTP Basic in a request for a token.
public struct TokenBasicSpec: Sendable, Readable {
    /// A template over the credentials.
    public var user: Located<String> = .unread
    /// A template over the credentials.
    public var password: Located<String> = .unread

    static let dialect = Mapping<TokenBasicSpec>("tokenBasic", "a token's 'basic'") {
        Key(required: "user", .text("template"), \.user).means("The user, such as `{clientID}`.")
        Key(required: "password", .text("template"), \.password).means("The password, such as `{clientSecret}`.")
    }
}
