import Foundation
import HTTPTypes
import WaybillRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension URLRequest {
    /// The same request for `URLSession`; nil where its URL is none of HTTP.
    ///
    /// What the session itself says of a URL can as well come of the answer, once the request has gone out.
    init?(_ request: TransportRequest) {
        guard let url = URL(string: request.url), ["http", "https"].contains(url.scheme?.lowercased()),
            url.host()?.isEmpty == false
        else { return nil }
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
