/// By what a repeated delivery is known.
public enum WebhookDeduplicationSpec: Sendable, Hashable {
    /// By its signature.
    case signature
    /// By the text at this dotted path of the body.
    case field(String)
    /// By this header.
    case header(String)
}
