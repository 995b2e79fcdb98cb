/// Where the body of a delivery says when its event was.
public struct WebhookTimeSpec: Sendable, Readable {
    /// How the time is written: one of the dialect's words for times.
    public enum Form: String, Sendable, CaseIterable {
        case rfc3339 = "timestamp"
        case epoch = "timestamp.epoch"
        case english = "timestamp.english"
    }

    /// The dotted path in the body.
    public var field: Located<String> = .unread
    /// How the time is written.
    public var type: Located<Form> = .unread

    static let dialect = Mapping<WebhookTimeSpec>("webhookTime", "'time'") {
        Key(required: "field", .text("path"), \.field).means("Where in the body it stands.")
        Key(required: "type", .word(Form.self), \.type).means("How it is written; one that cannot be read is nil.")
    }
}

extension WebhookTimeSpec.Form: Unread { static var unread: Self { .rfc3339 } }
