public import HTTPTypes

/// A complete response as it came.
public struct TransportResponse: Sendable {
    /// The HTTP status code.
    public var status: Int

    /// All header fields, as they came.
    public var headers: HTTPFields

    /// The whole body; empty where there is none.
    public var body: [UInt8]

    /// Makes a response; a transport returns it.
    public init(status: Int, headers: HTTPFields = HTTPFields(), body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

extension TransportResponse: CustomStringConvertible, CustomReflectable {
    /// Status and the body's size.
    public var description: String { "HTTP \(status), \(body.count) bytes" }

    /// Status and the body's size only.
    public var customMirror: Mirror { Mirror(self, children: ["status": status, "bytes": body.count]) }
}
