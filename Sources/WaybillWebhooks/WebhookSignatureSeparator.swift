/// What stands between the signatures of a header field.
@_spi(Generated)
public enum WebhookSignatureSeparator: String, Sendable, Hashable, CaseIterable {
    /// The field has one signature, and nothing else.
    case none = ""
    /// A blank; any of the signatures may hold.
    case space = " "
    /// A comma; any of the signatures may hold.
    case comma = ","
}
