public import SpecYAML

/// How requests prove who sends them: credentials, and headers written from them.
public struct AuthSpec: Sendable {
    /// Where it stands.
    public var location: SourceLocation
    /// What the user gives, in the order of the initialiser's arguments.
    public var credentials: [Named<CredentialSpec>] = []
    /// The signature, where there is one.
    public var signature: SignatureSpec?
    /// The headers: templates over `{credential}`, `{timestamp}` and `{signature}`.
    public var headers: [Named<Located<String>>] = []
    /// Known results, checked when generating and by the generated tests.
    public var vectors: [VectorSpec] = []

    /// Makes an authentication without credentials.
    public init(at location: SourceLocation) {
        self.location = location
    }
}
