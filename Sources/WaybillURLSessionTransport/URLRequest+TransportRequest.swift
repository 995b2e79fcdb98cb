import Foundation
import HTTPTypes
import WaybillRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension URLRequest {
    /// The same request for `URLSession`; nil where its URL is none.
    init?(_ request: TransportRequest) {
        guard let url = URL(string: request.url) else { return nil }
        self.init(url: url)
        httpMethod = request.method.rawValue
        httpShouldHandleCookies = false
        for field in request.headers {
            addValue(field.value, forHTTPHeaderField: field.name.rawName)
        }
        if let body = request.body {
            httpBody = Data(body)
        }
    }
}
