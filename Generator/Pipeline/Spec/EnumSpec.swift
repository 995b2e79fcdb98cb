public import SpecYAML

/// An open set of words.
public struct EnumSpec: Sendable {
    /// Where it stands.
    public var location: SourceLocation
    /// The file of the definition.
    public var file: String
    /// What it is.
    public var about: Located<String>?
    /// The words with what they mean.
    public var values: [Named<EnumValueSpec>] = []
    /// The order in which the words follow each other.
    public var order: [Located<String>] = []
    /// The words after which nothing comes.
    public var final: [Located<String>] = []

    /// Makes a set without words.
    public init(at location: SourceLocation, file: String) {
        self.location = location
        self.file = file
    }
}
