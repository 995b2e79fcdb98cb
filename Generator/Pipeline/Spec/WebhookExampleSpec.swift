/// A delivery as it looks on the wire.
public struct WebhookExampleSpec: Sendable, Qualified {
    /// What it shows, for the documentation.
    public var about: Located<String>?
    /// The bytes of the body.
    public var body: Located<String> = .unread
    /// The event's type, where a header has it.
    public var type: Located<String>?

    /// What of it is no published fact, its small parts included.
    public var certainty: [Certainty] = []

    static let dialect = Mapping<WebhookExampleSpec>("webhookExample", "a webhook's example") {
        Key("about", .text, \.about).means("What it shows.")
        Key(required: "body", .json, \.body)
            .means("The body: on one line its exact bytes, in a block of lines its JSON.")
        Key("type", .text, \.type).otherwise("needed where a header names the event, unless it may be absent")
            .means("The text of the header that names the event.")
    }
}
