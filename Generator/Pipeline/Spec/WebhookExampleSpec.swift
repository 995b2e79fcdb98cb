/// A delivery as it looks on the wire.
public struct WebhookExampleSpec: Sendable, Qualified {
    /// What it shows, for the documentation.
    public var about: Located<String>?
    /// The bytes of the body.
    public var body: Located<String> = .unread

    /// What of it is no published fact, its small parts included.
    public var certainty: [Certainty] = []

    static let dialect = Mapping<WebhookExampleSpec>("webhookExample", "a webhook's example") {
        Key("about", .text, \.about).means("What it shows.")
        Key(required: "body", .json, \.body)
            .means("The body: on one line its exact bytes, in a block of lines its JSON.")
    }
}
