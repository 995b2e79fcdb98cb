/// One kind of webhook, as its spec has it.
@_spi(Generated)
public struct WebhookDefinition: Sendable, Hashable {
    /// Its name, for descriptions and for the keys of a store that several webhooks share.
    public let name: String
    /// How its body is written.
    public let body: WebhookBodyForm
    /// Where the events of a body stand, where it has several: ``WebhookBatchPath``.
    public let batch: String?
    /// How it is signed.
    public let scheme: WebhookSignatureScheme
    /// What copies of an event are known by.
    public let deduplication: WebhookDeduplicationKey
    /// The dotted path of the event's type in the event; nil where there is one type only.
    public let type: String?
    /// The header field that names the event's type, where the event does not.
    public let typeHeader: String?
    /// Where the body says when its event was, for schemes that sign no timestamp of their own.
    public let time: WebhookTime?
    /// How the service asks whether its receiver is there; nil where it does not.
    public let challenge: WebhookChallenge?
    /// How long copies are known.
    public let keepFor: Duration
    /// The statuses that the service understands.
    public let acknowledgement: WebhookAcknowledgement
    /// The largest body that is looked at, in bytes.
    public let bodyLimit: Int

    /// Makes a definition; the defaults are those of a spec that says nothing.
    public init(
        name: String,
        scheme: WebhookSignatureScheme,
        body: WebhookBodyForm = .json,
        batch: String? = nil,
        deduplication: WebhookDeduplicationKey = .signature,
        type: String? = nil,
        typeHeader: String? = nil,
        time: WebhookTime? = nil,
        challenge: WebhookChallenge? = nil,
        keepFor: Duration = .seconds(90_000),
        acknowledgement: WebhookAcknowledgement = WebhookAcknowledgement(),
        bodyLimit: Int = 1_048_576
    ) {
        self.name = name
        self.scheme = scheme
        self.body = body
        self.batch = batch
        self.deduplication = deduplication
        self.type = type
        self.typeHeader = typeHeader
        self.time = time
        self.challenge = challenge
        self.keepFor = keepFor
        self.acknowledgement = acknowledgement
        self.bodyLimit = bodyLimit
    }
}
