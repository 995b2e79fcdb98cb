import SpecYAML
@_spi(Generated) import WaybillRuntime

/// Everything that the author wrote about one API, in the author's order, every value with its place.
public struct Spec: Sendable, Qualified {
    /// The API's name: the module's name and the prefix of its error types.
    public var api: Located<String> = .unread
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
    /// How bodies are written, for every operation that says nothing else.
    var encoding = Located(BodyEncoding.json, at: .unread)
    /// How lists and objects stand in queries, for every parameter that says nothing else.
    var queryEncoding: Located<FormNotation>?
    /// Which headers of an answer mean what.
    public var metadata = MetadataSpec()
    /// The documented rate, in one or more windows, of all operations together that have none of their own.
    public var rates: [RateSpec] = []
    /// Time limits; nil members are the runtime's.
    public var timeouts = TimeoutsSpec()
    /// Which failures are worth another attempt, and when; nil is the runtime's own plan.
    public var retry: RetrySpec?
    /// How failures look, and the cases of the error type.
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
    /// What the sandbox needs to know of the whole API; from a file of its own.
    public var sandbox = APISandboxSpec()

    /// What of it is no published fact, what is said of clients, resources and definitions aside.
    public var certainty: [Certainty] = []
    /// All that is no published fact, in the order of files and lines.
    public var allCertainty: [Certainty] = []

    static let dialect = Mapping<Spec>("api", "api.yaml") {
        Key("waybill", .version, absence: .error) { _, _ in }.means("The version of the dialect.")
        Key(required: "api", .text("name"), \.api)
            .means("The API's name: the module's name and the prefix of its error types.")
        Key("about", .text, \.about).means("What the API is, in one line.")
        Key("notes", .lines, \.notes).means("What else a reader must know; may have several lines.")
        Key("docs", .text("URL"), \.docs).means("The vendor's own documentation.")
        Key(required: "clients", .named(ClientSpec.dialect), \.clients)
            .means("What a user can make to talk to the API.")
        Key("envelope", .envelopePaths, \.statedEnvelope).otherwise("`none`")
            .means("Where the value stands in a success body; see [envelopes](#envelopes).")
        Key("encoding", .bodyEncoding, \.encoding, default: "json")
            .means("How the bodies of requests are written; see [forms](#forms).")
        Key("queryEncoding", .formNotation, \.queryEncoding).otherwise("`repeated` and `brackets`")
            .means("How lists and objects stand in queries; see [parameters](#parameters).")
        Key("metadata", MetadataSpec.dialect, in: \.metadata).means("Which headers of an answer mean what.")
        Key("rate", .list(RateSpec.dialect.kind), \.rates)
            .means("The documented rate, or a list of several windows, of the operations without one of their own.")
        Key("timeouts", TimeoutsSpec.dialect, in: \.timeouts).otherwise("the runtime's").means("Time limits.")
        Key("retry", RetrySpec.dialect.kind, \.retry).otherwise("the runtime's")
            .means("Which failures are worth another attempt.")
        Key("errors", ErrorsSpec.dialect, in: \.errors).means("How failures look.")
        DefinitionsSpec.webhookKey.lifted(to: \Spec.definitions)
        DefinitionsSpec.typeKeys.map { $0.lifted(to: \Spec.definitions) }
    }.apart([.sandbox])

    /// The definitions of all files.
    var definitions: DefinitionsSpec {
        get { DefinitionsSpec(webhooks: webhooks, models: models, enums: enums, unions: unions) }
        set {
            (webhooks, models) = (newValue.webhooks, newValue.models)
            (enums, unions) = (newValue.enums, newValue.unions)
        }
    }

    /// The places as they are written: one is the envelope, nil for `none`; several are tried in their order.
    private var statedEnvelope: [Located<String>] {
        get { envelope.map { [$0] } ?? envelopes }
        set {
            envelopes = newValue.count > 1 ? newValue : []
            envelope = newValue.count > 1 ? nil : newValue.first { $0.value != "none" }
        }
    }
}

extension Kind where Value == Located<Int> {
    /// The version of the dialect, which this tool must know.
    fileprivate static var version: Kind {
        Kind(.words(["\(Dialect.version)"])) { member, log in
            let version = Dialect.version
            if member.value.scalar?.int == version { return Located(version, at: member.value.location) }
            let message = "this tool reads version \(version) of the dialect; write 'waybill: \(version)'"
            log.lose(.version, message, at: member.value.location)
            return nil
        }
    }
}
