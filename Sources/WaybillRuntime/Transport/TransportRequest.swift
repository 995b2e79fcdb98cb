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

    /// A body that is to be read while it is sent; nil where ``body`` has it, or there is none.
    ///
    /// Only for a transport that can stream (``Transport/canStream``).
    public var bodyReader: BodyReader?

    /// Takes the answer's body while it comes; nil where the response has it whole.
    ///
    /// Only for a transport that can stream (``Transport/canStream``).
    public var receiver: AnswerReceiver?

    /// The largest response body that is accepted, in bytes.
    ///
    /// It does not bound what a ``receiver`` takes, which has a limit of its own.
    public var maxResponseBytes: Int

    /// How long connecting may take, TLS included; nil leaves it to the transport.
    public var connectTimeout: Duration?

    /// Whether the request is to go out on a connection that has carried no other.
    ///
    /// A server may close a kept connection at any moment; a request that meets this is lost, and nobody can tell
    /// whether it arrived. The runtime asks for a fresh one for each attempt after the first, and for each request that must
    /// not be repeated. A transport that does not choose its connections may ignore it.
    public var wantsFreshConnection: Bool

    /// Makes a request; the runtime does so for every attempt.
    public init(
        method: HTTPRequest.Method,
        url: String,
        headers: HTTPFields = HTTPFields(),
        body: [UInt8]? = nil,
        bodyReader: BodyReader? = nil,
        receiver: AnswerReceiver? = nil,
        maxResponseBytes: Int = 10 * 1_048_576,
        connectTimeout: Duration? = nil,
        wantsFreshConnection: Bool = false
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.bodyReader = bodyReader
        self.receiver = receiver
        self.maxResponseBytes = maxResponseBytes
        self.connectTimeout = connectTimeout
        self.wantsFreshConnection = wantsFreshConnection
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
