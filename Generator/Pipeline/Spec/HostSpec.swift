public import SpecYAML

/// Another host, which some operations of a client are sent to.
public struct HostSpec: Sendable, Readable {
    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
    /// What it is for.
    public var about: Located<String>?
    /// Its URL, whichever server the client has.
    public var url: Located<String>?
    /// Its URLs by the names of the client's servers.
    public var servers: [Named<Located<String>>] = []
    /// Whether the client's credentials go there.
    public var takesCredentials = false

    static let dialect = Mapping<HostSpec>("host", "a host", at: \.location) {
        Key("about", .text, \.about).means("What it is for.")
        Key("url", .text("URL"), \.url).means("Its URL, which an operation's path follows. This or `servers`.")
        Key("servers", .named(.text("URL")), \.servers).means("Its URL for each server of the client, by their names.")
        Key("credentials", .bool, flag: \.takesCredentials)
            .means("Whether the client's credentials go there, signatures and tokens too; none do unless it is true.")
    }
    .oneOf(["url"], ["servers"])
    .short(for: "url")
}
