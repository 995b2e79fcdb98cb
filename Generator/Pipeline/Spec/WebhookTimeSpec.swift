/// Where the body of a delivery says when its event was.
public struct WebhookTimeSpec: Sendable {
    /// How the time is written: one of the dialect's words for times.
    public enum Form: String, Sendable, CaseIterable {
        case rfc3339 = "timestamp"
        case epoch = "timestamp.epoch"
        case english = "timestamp.english"
    }

    /// The dotted path in the body.
    public var field: Located<String>
    /// How the time is written.
    public var type: Located<Form>

    /// Names a place and a form.
    public init(field: Located<String>, type: Located<Form>) {
        self.field = field
        self.type = type
    }
}
