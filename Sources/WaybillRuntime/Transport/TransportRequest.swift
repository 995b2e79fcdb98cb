public import HTTPTypes

/// A request as it goes out, with its credentials.
///
/// Its description and mirror show the method and the URL's path only.
public struct TransportRequest: Sendable {
    /// The HTTP method to send it with.
    public var method: HTTPRequest.Method

    /// The absolute URL, percent-encoded; it goes out as it is.
    public var url: String

    /// The header fields, authentication included.
    public var headers: HTTPFields

    /// The body's bytes, or nil for a request without a body.
    public var body: [UInt8]?

    /// The largest response body that is accepted, in bytes.
    public var maxResponseBytes: Int

    /// How long connecting may take, TLS included; nil leaves it to the transport.
    public var connectTimeout: Duration?

    /// Makes a request; the runtime does so for every attempt.
    public init(
        method: HTTPRequest.Method,
        url: String,
        headers: HTTPFields = HTTPFields(),
        body: [UInt8]? = nil,
        maxResponseBytes: Int = 10 * 1_048_576,
        connectTimeout: Duration? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.maxResponseBytes = maxResponseBytes
        self.connectTimeout = connectTimeout
    }
}

extension TransportRequest: CustomStringConvertible, CustomReflectable {
    /// Method and path; neither header fields nor body nor query.
    public var description: String { "\(method.rawValue) \(URLText.path(of: url))" }

    /// Method and path only, so that `dump` shows no credential.
    public var customMirror: Mirror {
        Mirror(self, children: ["method": method.rawValue, "path": URLText.path(of: url)])
    }
}
