/// Where a webhook's signed timestamp stands, in seconds since 1970.
@_spi(Generated)
public enum WebhookTimestampSource: Sendable, Hashable {
    /// In a header field of its own.
    case header(String)
    /// Among the signatures, as an item like `t={timestamp}`.
    case inSignature(String)
}
