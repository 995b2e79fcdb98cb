public import SpecYAML

/// What an API sends by itself: how it signs, which events there are, and how it wants to be answered.
public struct WebhookSpec: Sendable {
    /// Where it stands.
    public var location: SourceLocation
    /// The file of the definition.
    public var file: String
    /// What it is.
    public var about: Located<String>?
    /// What else a reader must know.
    public var notes: Located<String>?
    /// The secret that the user gives.
    public var secret = WebhookSecretSpec()
    /// How the signature is made, and where it stands.
    public var signature: WebhookSignatureSpec
    /// By what a repeated delivery is known.
    public var deduplicate: Located<WebhookDeduplicationSpec>
    /// Where the body says when its event was.
    public var time: WebhookTimeSpec?
    /// How long a delivery is remembered, in milliseconds; nil: 25 hours.
    public var keepFor: Located<Int>?
    /// The statuses that acknowledge a delivery.
    public var acknowledge: [Located<Int>] = []
    /// The status that refuses a forged one.
    public var refuse: Located<Int>
    /// The event: a union or a model.
    public var event: Located<String>
    /// The largest body in bytes; nil: 1 MiB.
    public var bodyLimit: Located<Int>?
    /// Known results, checked when generating.
    public var vectors: [WebhookVectorSpec] = []
    /// Deliveries as they look on the wire.
    public var examples: [Named<WebhookExampleSpec>] = []

    /// Makes a webhook from the parts that it cannot do without.
    public init(
        at location: SourceLocation,
        file: String,
        signature: WebhookSignatureSpec,
        deduplicate: Located<WebhookDeduplicationSpec>,
        refuse: Located<Int>,
        event: Located<String>
    ) {
        self.location = location
        self.file = file
        self.signature = signature
        self.deduplicate = deduplicate
        self.refuse = refuse
        self.event = event
    }
}
