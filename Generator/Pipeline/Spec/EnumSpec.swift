public import SpecYAML

/// What words are on the wire that are no text.
enum WordForm: String, Sendable, CaseIterable {
    case int
}

/// An open set of words.
public struct EnumSpec: Sendable, Qualified {
    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
    /// What it is, for the documentation.
    public var about: Located<String>?
    /// What the words are on the wire, where they are no text.
    var of: Located<WordForm>?
    /// The words with what they mean.
    public var values: [Named<EnumValueSpec>] = []
    /// The order in which the words follow each other.
    public var order: [Located<String>] = []
    /// The words after which nothing comes.
    public var final: [Located<String>] = []

    /// What of it is no published fact, its small parts included.
    public var certainty: [Certainty] = []

    static let dialect = Mapping<EnumSpec>("enum", "an enum", at: \.location) {
        Key("about", .text, \.about).means("What it is.")
        Key("of", .word(WordForm.self), \.of).otherwise("text").means("`int`: the words are whole numbers on the wire.")
        Key(required: "values", .namedOrListed(EnumValueSpec.dialect, by: "word"), \.values)
            .means("The words with what they mean.")
        Key("order", .list(.text("word")), \.order).means("The order in which the words follow each other.")
        Key("final", .list(.text("word")), \.final).means("The words after which nothing comes.")
    }
}
