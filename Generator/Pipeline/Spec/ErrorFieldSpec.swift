/// A further member of error bodies, a property of the error in Swift.
public struct ErrorFieldSpec: Sendable, Qualified {
    /// Its type, which must be optional: decoding an error never fails.
    public var type: Located<TypeExpression> = .unread
    /// The places in the body, tried in this order (dotted paths).
    public var at: [Located<String>] = []
    /// What it is, for the documentation.
    public var about: Located<String>?
    /// The name in Swift, where it is not the derived one.
    public var swiftName: Located<String>?

    /// What of it is no published fact, its small parts included.
    public var certainty: [Certainty] = []

    static let dialect = Mapping<ErrorFieldSpec>("errorField", "a field of errors") {
        Key(required: "type", .type, \.type)
            .means("The type, with a `?`: what cannot be read is nil, since decoding an error never fails.")
        Key(required: "at", .list(.text("path")), \.at).means("Where it stands in the body, tried in this order.")
        Key("about", .text, \.about).means("What it is.")
        Key("swift", .text("name"), \.swiftName).formerly("name").otherwise("derived").means("The name in Swift.")
    }
}
