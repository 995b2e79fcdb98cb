/// One word of an open set.
public struct EnumValueSpec: Sendable, Qualified {
    /// What it means, for the documentation.
    public var about: Located<String>?
    /// The name in Swift, where it is not the derived one.
    public var swiftName: Located<String>?

    /// What of it is no published fact, its small parts included.
    public var certainty: [Certainty] = []

    static let dialect = Mapping<EnumValueSpec>("enumValue", "an enum's word") {
        Key("about", .text, \.about).means("What it means.")
        Key("swift", .text("name"), \.swiftName).formerly("name").otherwise("derived").means("The name in Swift.")
    }.short(for: "about")
}
