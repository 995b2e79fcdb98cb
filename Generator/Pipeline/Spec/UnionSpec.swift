public import SpecYAML

/// A value that has one of several shapes.
public struct UnionSpec: Sendable {
    /// How the shapes are told apart; never by trying one after the other.
    public enum Discriminator: Sendable, Hashable {
        /// By which key is present: `{"image": {…}}`.
        case key
        /// By the JSON type of the value.
        case jsonType
        /// By the text of this field, whose words are the cases' names (or their `tag:`).
        case tag(String)
        /// By the text at this dotted path; `absent` names the case of a body that has none, and `isNormalised` lets
        /// `AIRTIME_SUCCESS` and `airtime.success` be one word.
        case field(path: String, absent: String?, isNormalised: Bool)
    }

    /// Where it stands.
    public var location: SourceLocation
    /// The file of the definition.
    public var file: String
    /// What it is.
    public var about: Located<String>?
    /// How the shapes are told apart.
    public var by: Located<Discriminator>
    /// The shapes.
    public var cases: [Named<UnionCaseSpec>] = []

    /// Makes a union without shapes.
    public init(at location: SourceLocation, file: String, by: Located<Discriminator>) {
        self.location = location
        self.file = file
        self.by = by
    }
}
