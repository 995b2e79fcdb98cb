#if os(Linux)
import AsyncHTTPClient
import HTTPTypes
import NIOHTTP1
import WaybillRuntime

extension TransportRequest {
    /// Whether any byte of body is to be sent.
    var hasBody: Bool { body?.isEmpty == false }

    /// The same request for AsyncHTTPClient, its body marked when it is asked for.
    func prepared(marking mark: SendingMark) -> HTTPClientRequest {
        var prepared = HTTPClientRequest(url: url)
        prepared.method = HTTPMethod(rawValue: method.rawValue)
        for field in headers {
            prepared.headers.add(name: field.name.rawName, value: field.value)
        }
        if let body {
            prepared.body = .bytes(MarkedBody(bytes: body, mark: mark), length: .known(Int64(body.count)))
        }
        return prepared
    }
}
#endif
