/// How an API knows its callers.
@_spi(Generated)
public struct Authentication: Sendable {
    /// Header fields and the templates of their values, with the placeholders `{credential}`, `{timestamp}` and
    /// `{signature}`.
    public let headers: KeyValuePairs<String, String>

    /// How `{signature}` is made.
    public let signature: (any RequestSignature)?

    /// Makes a description of an authentication.
    public init(headers: KeyValuePairs<String, String> = [:], signature: (any RequestSignature)? = nil) {
        self.headers = headers
        self.signature = signature
    }
}
