public import SpecYAML

/// One operation: a request and its answer.
public struct OperationSpec: Sendable {
    /// Whether the operation may be sent again after a failure.
    public enum Resend: String, Sendable, CaseIterable {
        /// It changes nothing, or the same way each time.
        case safe
        /// An idempotency key makes it safe.
        case keyed
        /// The vendor says that it may be repeated; `because` must say where.
        case documented
        /// Only where nothing can have happened.
        case never
    }

    /// Where it stands.
    public var location: SourceLocation
    /// What it does.
    public var about: Located<String>?
    /// What else a reader must know.
    public var notes: Located<String>?
    /// Whether callers should move away from it, and to what.
    public var deprecated: Located<String>?
    /// The method: `GET`, `POST` and so on.
    public var method: Located<String>
    /// The path: from the root (`/x/{y}`), the client's URL itself (`.`), below it (`./{y}`) or beside it (`../x`).
    public var path: Located<String>
    /// Whether the client's user can give another path.
    public var isOverridable = false
    /// The status of a success, for documentation and the sandbox; every 2xx is one.
    public var success: Located<Int>?
    /// Whether it may be sent again; nil: GET, HEAD, PUT and DELETE `safe`, the others `never`.
    public var resend: Located<Resend>?
    /// Why `documented` holds.
    public var because: Located<String>?
    /// Where the idempotency key stands.
    public var idempotencyKey: IdempotencyKeySpec?
    /// Arguments that stand nowhere by themselves: a field of the body takes them (`filled`).
    public var arguments: [Named<FieldSpec>] = []
    /// Parameters in the path.
    public var pathParameters: [Named<FieldSpec>] = []
    /// Parameters in the query.
    public var queryParameters: [Named<FieldSpec>] = []
    /// Parameters in headers.
    public var headerParameters: [Named<FieldSpec>] = []
    /// The fields of the body; empty where there is none.
    public var body: [Named<FieldSpec>] = []
    /// The member of the success body that holds the value; nil: the API's.
    ///
    /// Empty where the spec says `none`.
    public var envelope: Located<String>?
    /// Where the value may stand in the success body, tried in this order (dotted paths; `none` is the root).
    ///
    /// Takes the place of `envelope` where there are several; without both it is the API's.
    public var envelopes: [Located<String>] = []
    /// How the answers follow each other as pages.
    public var pages: PagesSpec?
    /// The type of the answer; nil where there is none.
    public var returns: Located<TypeExpression>?
    /// The cases of the error enum that the server is known to answer with.
    public var throwing: [Located<String>] = []
    /// The same call in other languages, for people who come from there.
    public var like: [Named<Located<String>>] = []
    /// Requests and answers as they look on the wire.
    public var examples: [Named<ExampleSpec>] = []
    /// How the sandbox behaves.
    public var sandbox: OperationSandboxSpec?

    /// Makes an operation from its method and path.
    public init(at location: SourceLocation, method: Located<String>, path: Located<String>) {
        self.location = location
        self.method = method
        self.path = path
    }
}
