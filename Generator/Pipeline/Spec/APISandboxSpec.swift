import SpecYAML

/// What the sandbox needs to know of the whole API.
public struct APISandboxSpec: Sendable, Readable {
    /// The credentials that it accepts, by name.
    public var credentials: [Named<Located<String>>] = []
    /// The error code that it answers with, by situation: `unauthenticated`, `malformed`, `invalid`, `notFound`,
    /// `idempotencyConflict`, `rateLimited`.
    public var errors: [Named<Located<String>>] = []

    static let dialect = Mapping<APISandboxSpec>("apiSandbox", "the API's 'sandbox'") {
        Key("credentials", .named(.text, by: "credential"), \.credentials).means("What the sandbox accepts.")
        Key("errors", situations, in: \.self).means("The error code of each situation.")
    }

    private static let situations = Mapping<APISandboxSpec>("sandboxErrors", "the sandbox's 'errors'") {
        situation("unauthenticated").means("A credential or signature does not hold.")
        situation("malformed").means("The body is no JSON, or of another shape.")
        situation("invalid").means("A field breaks its constraints.")
        situation("notFound").means("A record or path does not exist.")
        situation("idempotencyConflict").means("A key comes again with another body.")
        situation("rateLimited").means("The documented rate is used up.")
    }

    private static func situation(_ name: String) -> Key<APISandboxSpec> {
        let code = Kind<Located<String>>.text("code")
        return Key(name, code.shape) { member, sandbox, log in
            guard let code = code.decode(member, &log) else { return false }
            sandbox.errors.append(Named(Located(name, at: member.keyLocation), code))
            return true
        }
    }
}
