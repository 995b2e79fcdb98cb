/// What carries requests to a server.
///
/// A transport does one thing: one request out, one response back, with its whole body. What the runtime relies on:
///
/// - The request goes out verbatim: method, URL, header fields and body bytes as they are. Only what the protocol
///   itself asks for is added (`Host`, `Content-Length`).
/// - Every complete response is returned, whatever its status. A redirect is never followed, since that would carry
///   keys to another host; nothing is cached; no cookie is kept; an answer of 401 is no challenge.
/// - A body larger than `maxResponseBytes` ends the exchange with `.bodyTooLarge`, without being held in memory.
/// - Nothing is ever sent twice. An error says how far the request came: `.neverSent` only if no byte of it can have
///   reached the server, and `.answered` with all that was read whenever a head with a status of 200 to 599 came before
///   the failure, whatever that is: a reset, an early end, a broken chunk, the size limit, a cancellation. The runtime
///   never sends a request again of which it knows that a 2xx came.
/// - When the task is cancelled, `send` returns promptly (within milliseconds), with a response if one is complete,
///   else with the reason `.cancelled` and the progress made. Time limits are the runtime's business: it cancels the
///   task. Only `connectTimeout` is the transport's.
/// - There is no shutdown: a transport that is released with requests in flight still ends each of them, once.
/// - No proxy is used because the environment names one (`http_proxy`, `https_proxy`, `ALL_PROXY`).
///
/// `TransportCheck`, in the product `WaybillTransportTesting`, holds a transport against all this.
///
/// A transport that does not return within a second of its cancellation is left to itself: the call ends, its request
/// counts as possibly received, and whatever the transport says later is dropped.
public protocol Transport: Sendable {
    /// Sends one request and returns the whole response.
    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse

    /// Whether it sends a body while that is read (``TransportRequest/bodyReader``), and hands an answer over while it comes
    /// (``TransportRequest/receiver``).
    ///
    /// Where not, which is what a transport has that says nothing, no request has either: files are read into memory before they
    /// are sent, and a streamed answer is held in memory until it is there, both within the same limits.
    var canStream: Bool { get }
}

extension Transport {
    /// It does not.
    public var canStream: Bool { false }
}
