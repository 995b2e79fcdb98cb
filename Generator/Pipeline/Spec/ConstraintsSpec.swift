/// What a value must hold to.
public struct ConstraintsSpec: Sendable {
    /// The smallest number that is allowed.
    public var min: Located<Double>?
    /// The largest number that is allowed.
    public var max: Located<Double>?
    /// The regular expression that the whole text matches.
    public var pattern: Located<String>?
    /// The fewest characters, in Unicode scalars.
    public var minLength: Located<Int>?
    /// The most characters, in Unicode scalars.
    public var maxLength: Located<Int>?
    /// The fewest elements of a list.
    public var minItems: Located<Int>?
    /// The most elements of a list.
    public var maxItems: Located<Int>?
    /// Whether the text has more than white space.
    public var notBlank: Located<Bool>?
}
