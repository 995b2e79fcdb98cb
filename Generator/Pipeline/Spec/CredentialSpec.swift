/// Something secret or identifying that the user gives.
public struct CredentialSpec: Sendable, Qualified {
    /// What it is, for the documentation.
    public var about: Located<String>?
    /// How it begins; documentation, never a check.
    public var looksLike: Located<String>?

    /// What is taken where the user gives none; such a credential may be blank.
    public var defaultValue: Located<String>?

    /// What of it is no published fact, its small parts included.
    public var certainty: [Certainty] = []

    static let dialect = Mapping<CredentialSpec>("credential", "a credential") {
        Key("about", .text, \.about).means("What it is.")
        Key("looksLike", .text, \.looksLike).means("How it begins; documentation, never a check.")
        Key("default", .rawText("text"), \.defaultValue)
            .means("What is taken where the user gives none; it may be empty, and so may the user's.")
    }
}
