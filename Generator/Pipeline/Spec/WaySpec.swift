public import SpecYAML

/// One of several ways to authenticate, of which a client's user takes one.
public struct WaySpec: Sendable, Readable {
    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
    /// Whose way it is.
    public var about: Located<String>?
    /// What goes out with it.
    public var auth = AuthSpec()

    static let dialect = Mapping<WaySpec>("way", "a way to authenticate", at: \.location) {
        Key("about", .text, \.about).means("Whose way it is, as a sentence: \"With a key, as shops have it.\"")
        AuthSpec.keys.map { $0.lifted(to: \WaySpec.auth) }
    }
}
