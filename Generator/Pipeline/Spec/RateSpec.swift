import SpecYAML

/// A window of a documented rate: what clients can keep to, and what the sandbox enforces.
public struct RateSpec: Sendable, Readable {
    /// How many requests fit into the window.
    public var limit: Located<Int> = .unread
    /// The window's length in milliseconds.
    public var window: Located<Int> = .unread
    /// What the vendor says of it.
    public var about: Located<String>?

    static let dialect = Mapping<RateSpec>("rate", "'rate'") {
        Key(required: "limit", .int, \.limit).means("How many requests fit into the window.")
        Key(required: "per", .duration, \.window).means("The window's length.")
        Key("about", .text, \.about).otherwise("a sentence of the two").means("What the vendor says of it.")
    }
}
