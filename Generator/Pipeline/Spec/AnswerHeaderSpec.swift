/// A header field of an operation's answers, which is a member of a type in Swift.
public struct AnswerHeaderSpec: Sendable, Qualified {
    /// Its type, which must be optional: an answer without it is no error.
    public var type: Located<TypeExpression> = .unread
    /// What it is, for the documentation.
    public var about: Located<String>?
    /// The name in Swift, where it is not the derived one.
    public var swiftName: Located<String>?

    /// What of it is no published fact.
    public var certainty: [Certainty] = []

    static let dialect = Mapping<AnswerHeaderSpec>("answerHeader", "a header of answers") {
        Key(required: "type", .type, \.type)
            .means(
                "The type, with a `?`: a single value, or a list of such. What did not come, or cannot be read, is nil."
            )
        Key("about", .text, \.about).means("What it is, with units.")
        Key("swift", .text("name"), \.swiftName).otherwise("derived").means("The name in Swift.")
    }.short(for: "type")
}
