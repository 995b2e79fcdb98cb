public import HTTPTypes

/// A complete response as it came.
public struct TransportResponse: Sendable {
    /// The status code.
    public var status: Int

    /// The header fields.
    public var headers: HTTPFields

    /// The whole body.
    public var body: [UInt8]

    /// Makes a response.
    public init(status: Int, headers: HTTPFields = HTTPFields(), body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

extension TransportResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Status and the body's size.
    public var description: String { "HTTP \(status), \(body.count) bytes" }

    /// The same as `description`.
    public var debugDescription: String { description }

    /// Status and the body's size only.
    public var customMirror: Mirror { Mirror(self, children: ["status": status, "bytes": body.count]) }
}
