/// One error code of the API.
public struct ErrorCodeSpec: Sendable, Qualified {
    /// The status that it comes with.
    public var status: Located<Int>?
    /// What it means, for the documentation.
    public var about: Located<String>?
    /// The name in Swift, where it is not the derived one.
    public var swiftName: Located<String>?

    /// What of it is no published fact, its small parts included.
    public var certainty: [Certainty] = []

    static let dialect = Mapping<ErrorCodeSpec>("errorCode", "an error code") {
        Key("status", .status, \.status).means("The status that it comes with.")
        Key("about", .text, \.about).means("What it means.")
        Key("swift", .text("name"), \.swiftName).formerly("name").otherwise("derived").means("The name in Swift.")
    }
}
