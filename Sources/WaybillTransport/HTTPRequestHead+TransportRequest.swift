#if os(Linux)
import HTTPTypes
import NIOHTTP1
import WaybillRuntime

extension HTTPRequestHead {
    /// The head of a request: its own fields, and those that frame it.
    init(_ request: TransportRequest, to url: RequestURL) {
        self.init(version: .http1_1, method: HTTPMethod(rawValue: request.method.rawValue), uri: url.target)
        headers.add(name: "Host", value: url.endpoint.hostField)
        headers.reserveCapacity(request.headers.count + 2)
        for field in request.headers where !Self.isFraming(field.name.canonicalName) {
            headers.add(name: field.name.rawName, value: field.value)
        }
        let length = request.bodyReader?.count ?? request.body?.count ?? 0
        // RFC 9110, section 8.6: a method that has a use for a body announces even an empty one.
        if length > 0 || [.post, .put, .patch].contains(request.method) {
            headers.add(name: "Content-Length", value: "\(length)")
        }
    }

    /// Whether a field says where a request ends or goes to; nobody else sets these.
    private static func isFraming(_ name: String) -> Bool {
        name == "content-length" || name == "host" || name == "transfer-encoding"
    }
}
#endif
