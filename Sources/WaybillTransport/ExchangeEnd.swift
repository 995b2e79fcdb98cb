#if os(Linux)
import WaybillRuntime

/// What became of a request on a connection.
enum ExchangeEnd: Sendable {
    case answered(TransportResponse, isReusable: Bool)
    case failed(TransportError)
    /// The connection was closed, or about to be, before a byte of the request was written.
    case unusable
}
#endif
