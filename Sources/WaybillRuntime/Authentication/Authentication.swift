/// How an API knows its callers.
@_spi(Generated)
public struct Authentication: Sendable {
    /// Header fields and the templates of their values, with the places `{credential}`, `{timestamp}` and
    /// `{signature}`.
    public let headers: KeyValuePairs<String, String>

    /// How `{signature}` is made.
    public let signature: SignatureRecipe?

    /// Makes a description of an authentication.
    public init(headers: KeyValuePairs<String, String> = [:], signature: SignatureRecipe? = nil) {
        self.headers = headers
        self.signature = signature
    }
}
