public import SpecYAML

/// What an API sends by itself: how it signs, which events there are, and how it wants to be answered.
public struct WebhookSpec: Sendable, Qualified {
    /// How the body of a delivery is written.
    public enum BodyForm: String, Sendable, CaseIterable {
        case json
        case form
    }

    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
    /// What it is, for the documentation.
    public var about: Located<String>?
    /// What else a reader must know.
    public var notes: Located<String>?
    /// The secret that the user gives.
    public var secret = WebhookSecretSpec()
    /// The public key that the user gives in its place, where a private one signs.
    public var publicKey: WebhookPublicKeySpec?
    /// How the body is written; nil: JSON.
    public var body: Located<BodyForm>?
    /// Where the events of a body stand that has several; nil: it is one.
    public var batch: Located<String>?
    /// How the signature is made, and where it stands.
    public var signature = WebhookSignatureSpec()
    /// By what a repeated delivery is known.
    public var deduplicate: Located<WebhookDeduplicationSpec> = .unread
    /// Where the body says when its event was.
    public var time: WebhookTimeSpec?
    /// How the service asks whether its receiver is there; nil where it does not.
    public var challenge: WebhookChallengeSpec?
    /// How long a delivery is remembered, in milliseconds.
    public var keepFor: Located<Int>?
    /// The statuses that acknowledge a delivery.
    public var acknowledge: [Located<Int>] = []
    /// The status that refuses a forged one.
    public var refuse: Located<Int> = .unread
    /// The status that answers a copy while the event is being worked on.
    public var busy: Located<Int>?
    /// The event: a union or a model.
    public var event: Located<String> = .unread
    /// The largest body in bytes.
    public var bodyLimit: Located<Int>?
    /// Known results, checked when generating.
    public var vectors: [WebhookVectorSpec] = []
    /// Deliveries as they look on the wire.
    public var examples: [Named<WebhookExampleSpec>] = []

    /// What of it is no published fact, its small parts included.
    public var certainty: [Certainty] = []

    static let dialect = Mapping<WebhookSpec>("webhook", "a webhook", at: \.location) {
        Key("about", .text, \.about).means("What it receives.")
        Key("notes", .lines, \.notes).means("What else a reader must know.")
        Key("secret", WebhookSecretSpec.dialect.kind, absence: .described("UTF-8 text")) { $0.secret = $1 }
            .means("The secret that the user gives.")
        Key("publicKey", WebhookPublicKeySpec.dialect.kind, \.publicKey)
            .otherwise("needed with `ed25519` and `p256`")
            .means("In place of `secret`: the public key that the user gives.")
        Key("body", .word(BodyForm.self), \.body, default: "json")
            .means("How a delivery is written; the event of a `form` is an object of texts.")
        Key("batch", .text("path"), \.batch)
            .means("Where the events of a body stand that has several: `[]`, or `entry[].changes[]`.")
        Key(required: "signature", WebhookSignatureSpec.dialect, in: \.signature).means("How a delivery is signed.")
        Key("id", id, in: \.signature).otherwise("needed where `{id}` is signed")
            .means("Where the delivery's id comes from.")
        Key("timestamp", .signedTime, \.signature.timestamp).otherwise("needed where `{timestamp}` is signed")
            .means("Where the signed time comes from.")
        Key("tolerance", .duration, \.signature.tolerance, default: "5m").onlyWhere { $0.signature.timestamp != nil }
            .means("With `timestamp`: how far the signed time may be off, in both directions.")
        Key(required: "deduplicate", .deduplication, \.deduplicate).means("By what a repeated delivery is known.")
        Key("time", WebhookTimeSpec.dialect.kind, \.time)
            .means("Where the body says when its event was: `delivery.timestamp`, where none is signed.")
        Key("challenge", WebhookChallengeSpec.dialect.kind, \.challenge)
            .means("How the service asks whether its receiver is there, and what it wants to hear.")
        Key("keepFor", .duration, \.keepFor, default: "25h").means("How long a delivery is remembered.")
        Key(required: "acknowledge", .list(.status), \.acknowledge)
            .means("The statuses that the vendor takes as received; the first is answered.")
        Key(required: "refuse", .status, \.refuse).means("The status that answers a forged delivery; 400 to 499.")
        Key("busy", .status, \.busy, default: "503")
            .means("The status that has a copy come again while the event is being worked on; 400 to 599.")
        Key(required: "event", .text("union or model"), \.event)
            .means("What is sent; a union has `by: { field: path }` or `by: { header: name }`.")
        Key("bodyLimit", .size, \.bodyLimit, default: "1 MiB").means("The largest body that is read.")
        Key("vectors", .list(WebhookVectorSpec.dialect.kind), \.vectors).otherwise("one needed")
            .means("Known signatures, checked when generating and by the generated tests.")
        Key("examples", .named(WebhookExampleSpec.dialect), \.examples).otherwise("one needed")
            .means("Deliveries, for documentation, tests and the sandbox.")
    }

    private static let id = Mapping<WebhookSignatureSpec>("webhookID", "a webhook's 'id'") {
        Key(required: "header", .text("header name"), \.idHeader).means("The header that `{id}` comes from.")
    }
}
