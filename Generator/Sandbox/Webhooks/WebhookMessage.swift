/// One delivery or challenge as it stands on the wire: the fields that sign it, and the body's exact bytes.
public struct WebhookMessage: Sendable {
    /// The method; deliveries are posted.
    public var method = "POST"
    /// The query, which goes behind the URL's own.
    public var query = ""
    /// The body that answers a challenge; nil for deliveries, of which the status tells all.
    public var expected: [UInt8]?
    /// The header fields, in the order of the wire.
    public var headers: [(name: String, value: String)]
    /// The body's bytes.
    public var body: [UInt8]

    /// Makes a message from its parts.
    public init(headers: [(name: String, value: String)] = [], body: [UInt8]) {
        self.headers = headers
        self.body = body
    }
}
