/// What an API sends by itself: a struct that receives it.
struct WebhookIR: Sendable {
    var name: SwiftIdentifier
    var source: String
    var about: String?
    var notes: String?
    /// What the secret is, and how it begins.
    var secret: (about: String?, looksLike: String?)
    /// How the text of a secret becomes the key.
    var secretEncoding: WebhookSecretSpec.Encoding
    var secretPrefix: String?
    var algorithm: SignatureSpec.Algorithm
    var encoding: SignatureSpec.Encoding
    var signs: String
    var header: NamedText
    /// Nil: the header has one signature and nothing else.
    var separator: WebhookSignatureSpec.Separator?
    /// The header of the delivery's id.
    var idHeader: String?
    var timestamp: Timestamp?
    /// Milliseconds.
    var tolerance: Int?
    var deduplication: WebhookDeduplicationSpec
    /// Where the body says when its event was, and in which form.
    var time: (field: String, form: WebhookTimeSpec.Form)?
    /// Milliseconds.
    var keepFor: Int
    var acknowledge: [Int]
    var refuse: Int
    var bodyLimit: Int
    /// The type of the event: a union or a model.
    var event: SwiftType
    var vectors: [WebhookVectorIR]
    var examples: [WebhookExampleIR]

    /// Where the signed time stands.
    enum Timestamp: Sendable, Hashable {
        case header(String)
        case inSignature(String)
    }
}

/// A known signature.
struct WebhookVectorIR: Sendable {
    var secret: String
    var body: [UInt8]
    /// Seconds since 1970.
    var timestamp: Int?
    var id: String?
    var signature: String
}

/// A delivery as it looks on the wire.
struct WebhookExampleIR: Sendable {
    var name: String
    var about: String?
    var body: String
    /// The case of the event that it is; nil where the event is no union, or the example shows an unknown type.
    var eventCase: UnionCaseIR?
}
