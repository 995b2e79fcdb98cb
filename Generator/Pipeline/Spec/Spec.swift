/// Everything that the author wrote about one API, in the author's order, every value with its place.
public struct Spec: Sendable {
    /// The API's name: the module's name and the prefix of its error types.
    public var api: Located<String>
    /// What the API is, in one line.
    public var about: Located<String>?
    /// What else a reader must know.
    public var notes: Located<String>?
    /// The vendor's own documentation.
    public var docs: Located<String>?
    /// The clients, each with its address and authentication.
    public var clients: [Named<ClientSpec>] = []
    /// The member of a success body that holds the value, for every operation that says nothing else.
    public var envelope: Located<String>?
    /// Where the value may stand in a success body, tried in this order (dotted paths; `none` is the root).
    ///
    /// Takes the place of `envelope` where there are several.
    public var envelopes: [Located<String>] = []
    /// Which headers of an answer mean what.
    public var metadata = MetadataSpec()
    /// The documented rate.
    public var rate: RateSpec?
    /// Time limits; nil members are the runtime's.
    public var timeouts = TimeoutsSpec()
    /// Which failures are worth another attempt, and when; nil is the runtime's own plan.
    public var retry: RetrySpec?
    /// How failures look.
    public var errors = ErrorsSpec()
    /// The resources, one file each.
    public var resources: [ResourceSpec] = []
    /// Object models of all files.
    public var models: [Named<ModelSpec>] = []
    /// Open sets of words of all files.
    public var enums: [Named<EnumSpec>] = []
    /// Unions of all files.
    public var unions: [Named<UnionSpec>] = []
    /// What the API sends by itself.
    public var webhooks: [Named<WebhookSpec>] = []
    /// What the sandbox needs to know of the whole API.
    public var sandbox = APISandboxSpec()

    /// Makes a spec that has a name and nothing else.
    public init(api: Located<String>) {
        self.api = api
    }
}
