public import HTTPTypes

/// A response as it came: whole, or as far as it came where it broke off (``TransportError/Progress/answered(_:)``).
public struct TransportResponse: Sendable, Hashable {
    /// The HTTP status code.
    public var status: Int

    /// All header fields, as they came.
    public var headers: HTTPFields

    /// The body, or what was read of one that broke off; empty where there is none.
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
