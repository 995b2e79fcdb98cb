import HTTPTypes
package import WaybillRuntime

/// The kinds of request that a transport meets.
package enum RequestKind: String, CaseIterable, Sendable {
    case get
    /// A POST with an idempotency key.
    case keyedPost
    /// A POST that must not be repeated, and therefore wants a connection of its own.
    case unkeyedPost

    /// A request of this kind.
    package func request(to url: String, path: String = "/v1/things", limit: Int = 1 << 20) -> TransportRequest {
        var request = TransportRequest(method: .get, url: url + path, maxResponseBytes: limit)
        guard self != .get else { return request }
        request.method = .post
        request.headers[.contentType] = "application/json"
        request.body = Array(#"{"a":1}"#.utf8)
        request.wantsFreshConnection = self == .unkeyedPost
        if self == .keyedPost, let name = HTTPField.Name("Idempotency-Key") { request.headers[name] = "key-1" }
        return request
    }
}
