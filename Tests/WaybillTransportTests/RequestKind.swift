import FaultPeer
import HTTPTypes
import WaybillRuntime

/// The kinds of request that a fault is tried with.
enum RequestKind: String, CaseIterable, Sendable {
    case read
    case write

    /// A request of this kind.
    func request(to url: String, path: String = "/v1/things", limit: Int = 1 << 20) -> TransportRequest {
        var request = TransportRequest(method: .get, url: url + path, maxResponseBytes: limit)
        if self == .write {
            request.method = .post
            request.headers[.contentType] = "application/json"
            request.body = Array(#"{"a":1}"#.utf8)
        }
        return request
    }
}
