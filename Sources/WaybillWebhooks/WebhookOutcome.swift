/// An event, and whether it has been seen before.
public enum WebhookOutcome<Event: Sendable>: Sendable {
    /// Nobody has claimed it yet.
    case first(WebhookDelivery<Event>)

    /// A copy of an event that has been claimed. Acknowledge it, and do nothing.
    case duplicate(WebhookDelivery<Event>)

    /// The delivery, either way.
    public var delivery: WebhookDelivery<Event> {
        switch self {
        case .first(let delivery), .duplicate(let delivery): delivery
        }
    }

    /// Whether it is a copy.
    public var isDuplicate: Bool {
        if case .duplicate = self { true } else { false }
    }
}
