/// What the sandbox needs to know of the whole API.
public struct APISandboxSpec: Sendable {
    /// The credentials that it accepts, by name.
    public var credentials: [Named<Located<String>>] = []
    /// The error code that it answers with, by situation: `unauthenticated`, `malformed`, `invalid`, `notFound`,
    /// `idempotencyConflict`, `rateLimited`.
    public var errors: [Named<Located<String>>] = []

    /// Makes a description without hints.
    public init() {}
}
