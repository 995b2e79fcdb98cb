/// By what a repeated delivery is known.
public enum WebhookDeduplicationSpec: Sendable, Hashable {
    /// By its signature, which two deliveries share only if all that is signed is the same.
    case signature
    /// By the text at this dotted path of the body.
    case field(String)
    /// By the text of this header.
    case header(String)
}

extension WebhookDeduplicationSpec: Unread { static var unread: Self { .signature } }
