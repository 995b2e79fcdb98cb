/// A user and a password in the field `Authorization` (RFC 7617).
public struct BasicSpec: Sendable, Readable {
    /// The user's name: a template over credentials.
    public var user: Located<String> = .unread
    /// The password: a template over credentials; it may be empty.
    public var password: Located<String> = .unread

    static let dialect = Mapping<BasicSpec>("basic", "'basic'") {
        Key(required: "user", .text("template"), \.user).means("The user's name, of credentials; it has no colon.")
        Key(required: "password", .rawText("template"), \.password)
            .means("The password, of credentials; empty text where there is none.")
    }
}
