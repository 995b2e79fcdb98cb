/// One delivery as it stands on the wire: the fields that sign it, and the body's exact bytes.
public struct WebhookMessage: Sendable {
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
