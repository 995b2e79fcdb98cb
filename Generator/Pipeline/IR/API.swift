/// Everything that is emitted for one API, its names made; the order is the spec's.
struct API: Sendable {
    /// The module.
    var module: SwiftIdentifier
    /// The name as the author wrote it, for readers.
    var title: String
    /// The name in small letters, for the user agent and the log.
    var slug: String
    /// The file of the API itself, as headers of generated files show it.
    var source: String
    var about: String?
    var notes: String?
    var docs: String?
    /// The documented rate, as a sentence.
    var rate: String?
    var clients: [ClientIR] = []
    var resources: [ResourceIR] = []
    var models: [ModelIR] = []
    var enums: [EnumIR] = []
    var unions: [UnionIR] = []
    var errors: ErrorsIR
    var webhooks: [WebhookIR] = []
}
