/// One shape of a union.
public struct UnionCaseSpec: Sendable, Qualified {
    /// The type of the shape.
    public var type: Located<TypeExpression> = .unread
    /// What it is, for the documentation.
    public var about: Located<String>?
    /// The dotted path below which the shape stands; nil: the whole body.
    public var at: Located<String>?
    /// The key by which a body without the tag is known to be of this shape.
    public var has: Located<String>?
    /// The statuses of the answers that are of this shape.
    public var statuses: [Located<ClosedRange<Int>>] = []
    /// The word of the tag, where it is not the case's name.
    public var tag: Located<String>?
    /// The name in Swift, where it is not the derived one.
    public var swiftName: Located<String>?

    /// What of it is no published fact, its small parts included.
    public var certainty: [Certainty] = []

    static let dialect = Mapping<UnionCaseSpec>("unionCase", "a union's case") {
        Key(required: "type", .type, \.type).means("The shape's type; a model, except with `key` and `jsonType`.")
        Key("about", .text, \.about).means("What it is.")
        Key("at", .text("path"), \.at).otherwise("the whole value")
            .means("With `field` or `header`: where the shape stands.")
        Key("has", .text("key"), \.has)
            .means(
                "With `member`: the member that tells the shape, none for the last case. With `field`: a value without the text is of this shape if it has this key; asked before `absent`."
            )
        Key("status", .list(.statuses), \.statuses).otherwise("needed with `status`")
            .means("With `status`: the statuses of the answers that are of this shape.")
        Key("tag", .text, \.tag).otherwise("the case's name").means("The word of the tag.")
        Key("swift", .text("name"), \.swiftName).formerly("name").otherwise("derived").means("The name in Swift.")
    }.short(for: "type")
}
