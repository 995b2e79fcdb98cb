public import SpecYAML

#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Decimal
#else
public import struct Foundation.Decimal
#endif

/// What a value must hold to.
public struct ConstraintsSpec: Sendable, Readable {
    /// The place of the mapping, where the constraints have one of their own.
    public var location: SourceLocation = .unread
    /// The smallest number that is allowed.
    public var min: Located<Decimal>?
    /// The largest number that is allowed.
    public var max: Located<Decimal>?
    /// The regular expression that the whole text matches.
    public var pattern: Located<String>?
    /// The fewest characters, in Unicode scalars.
    public var minLength: Located<Int>?
    /// The most characters, in Unicode scalars.
    public var maxLength: Located<Int>?
    /// The most bytes, in UTF-8.
    public var maxBytes: Located<Int>?
    /// The fewest elements of a list.
    public var minItems: Located<Int>?
    /// The most elements of a list.
    public var maxItems: Located<Int>?
    /// Whether the text has more than white space.
    public var notBlank: Located<Bool>?

    static let dialect = Mapping<ConstraintsSpec>("constraints", "a mapping of constraints", at: \.location) { keys }

    /// The words, which stand at a field itself too.
    @KeyList<ConstraintsSpec> static var keys: [Key<ConstraintsSpec>] {
        Key("min", .exactNumber, \.min).means("The smallest `int`, `double` or `decimal`.")
        Key("max", .exactNumber, \.max).means("The largest.")
        Key("pattern", .text("regular expression"), \.pattern)
            .means("What a `string` or `id` matches, from `^` to `$`; never one that takes exponential time.")
        Key("minLength", .int, \.minLength).means("The fewest characters (Unicode scalars) of a `string` or `id`.")
        Key("maxLength", .int, \.maxLength).means("The most.")
        Key("maxBytes", .int, \.maxBytes)
            .means("The most bytes of a `string` or `id` in UTF-8, or of a `json` or `object` as it is written.")
        Key("minItems", .int, \.minItems).means("The fewest elements of a list.")
        Key("maxItems", .int, \.maxItems).means("The most.")
        Key("notBlank", .bool, \.notBlank).otherwise("`false`")
            .means("A `string` or `id` has more than white space.")
    }
}
