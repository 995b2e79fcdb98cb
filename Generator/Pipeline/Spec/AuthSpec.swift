import SpecYAML

/// How requests prove who sends them: credentials, and headers written from them.
public struct AuthSpec: Sendable, Readable {
    /// What the user gives, in the order of the initialiser's arguments.
    public var credentials: [Named<CredentialSpec>] = []
    /// The signature, where there is one.
    public var signature: SignatureSpec?
    /// How the token is asked for, where there is one.
    public var token: TokenSpec?
    /// How the JSON Web Token is made, where there is one.
    public var webToken: WebTokenSpec?
    /// The headers: templates over `{credential}`, `{timestamp}` and `{signature}`.
    public var headers: [Named<Located<String>>] = []
    /// The parameters that stand in every query: templates as those of the headers.
    public var query: [Named<Located<String>>] = []
    /// A user and a password, where they are asked for.
    public var basic: BasicSpec?
    /// Several ways, of which the user takes one; all else is empty then.
    public var ways: [Named<WaySpec>] = []
    /// Known results, checked when generating and by the generated tests.
    public var vectors: [VectorSpec] = []

    static let dialect = Mapping<AuthSpec>("auth", "'auth'") {
        keys
        Key("oneOf", .named(WaySpec.dialect), \.ways)
            .means(
                "Several ways, of which the user takes one; each has these keys. See [one of several](#one-of-several)."
            )
    }

    /// The keys that a way to authenticate has too.
    @KeyList<AuthSpec> static var keys: [Key<AuthSpec>] {
        Key("credentials", .named(CredentialSpec.dialect), \.credentials)
            .means("What the user gives, in the order of the initialiser's arguments; `{}` where nothing is to say.")
        Key("signature", SignatureSpec.dialect.kind, \.signature)
            .means("How `{signature}` is made; needed where a header or the query has it.")
        Key("token", TokenSpec.dialect.kind, \.token)
            .means("How `{token}` is asked for; needed where a header or the query has it.")
        Key("jwt", WebTokenSpec.dialect.kind, \.webToken)
            .means("How `{jwt}` is made; needed where a header, the query or the request of `token` has it.")
        Key("headers", .named(.text("template"), by: "header name"), \.headers)
            .means("The headers, written from credentials, time and signature.")
        Key("query", .named(.text("template"), by: "parameter"), \.query)
            .means("Parameters that every query ends with, written as the headers are; secret: they show nowhere.")
        Key("basic", BasicSpec.dialect.kind, \.basic)
            .means("User and password in `Authorization`: the scheme Basic (RFC 7617).")
        Key("vectors", .list(VectorSpec.dialect.kind.shape), read: vectors)
            .means("Known results of the signature, checked here and by the generated tests. Needed with `signature`.")
    }

    /// Each way to authenticate, the only one too.
    var each: [AuthSpec] { ways.isEmpty ? [self] : ways.map(\.value.auth) }

    /// Everything that goes out with requests, and with those for tokens.
    var sentTexts: [Located<String>] {
        (headers + query).map(\.value) + [basic?.user, basic?.password].compactMap(\.self) + (token?.templates ?? [])
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
