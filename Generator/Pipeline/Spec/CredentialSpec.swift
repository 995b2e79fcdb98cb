/// Something secret or identifying that the user gives.
public struct CredentialSpec: Sendable {
    /// What it is.
    public var about: Located<String>?
    /// How it begins; documentation, never a check.
    public var looksLike: Located<String>?

    /// What is taken where the user gives none; such a credential may be blank.
    public var defaultValue: Located<String>?

    /// Makes a credential without documentation.
    public init() {}
}
