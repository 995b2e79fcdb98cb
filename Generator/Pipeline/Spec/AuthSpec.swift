import SpecYAML

/// How requests prove who sends them: credentials, and headers written from them.
public struct AuthSpec: Sendable, Readable {
    /// What the user gives, in the order of the initialiser's arguments.
    public var credentials: [Named<CredentialSpec>] = []
    /// The signature, where there is one.
    public var signature: SignatureSpec?
    /// The headers: templates over `{credential}`, `{timestamp}` and `{signature}`.
    public var headers: [Named<Located<String>>] = []
    /// Known results, checked when generating and by the generated tests.
    public var vectors: [VectorSpec] = []

    static let dialect = Mapping<AuthSpec>("auth", "'auth'") {
        Key("credentials", .named(CredentialSpec.dialect), \.credentials)
            .means("What the user gives, in the order of the initialiser's arguments; `{}` where nothing is to say.")
        Key("signature", SignatureSpec.dialect.kind, \.signature)
            .means("How `{signature}` is made; needed where a header has it.")
        Key("headers", .named(.text("template"), by: "header name"), \.headers)
            .means("The headers, written from credentials, time and signature.")
        Key("vectors", .list(VectorSpec.dialect.kind.shape), read: vectors)
            .means("Known results of the signature, checked here and by the generated tests. Needed with `signature`.")
    }

    /// A vector has a value for each credential that is signed with, under the credential's name.
    @Sendable private static func vectors(
        _ member: YAMLMember,
        of auth: inout AuthSpec,
        into log: inout DecodingLog
    ) -> Bool {
        let names = auth.credentials.map(\.name.value)
        let vector = VectorSpec.dialect.allowing(names)
        auth.vectors = Kind.list(vector.kind).decode(member, &log) ?? []
        return true
    }
}
