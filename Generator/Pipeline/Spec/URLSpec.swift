/// An address that the user gives when making a client.
public struct URLSpec: Sendable, Readable {
    /// The name of the initialiser's argument.
    public var argument: Located<String> = .unread
    /// What it is, for the documentation.
    public var about: Located<String>?
    /// How it must end, `/events` for instance.
    public var suffix: Located<String>?
    /// An example of it.
    public var example: Located<String> = .unread

    static let dialect = Mapping<URLSpec>("url", "a client's 'url'") {
        Key(required: "argument", .text("name"), \.argument).means("The initialiser's argument.")
        Key("about", .text, \.about).means("What it is.")
        Key("suffix", .text("path"), \.suffix).means("How it must end.")
        Key(required: "example", .text("URL"), \.example).means("An example of it.")
    }
}
