/// A request as its signature sees it: everything but what authentication adds.
@_spi(Generated)
public struct SignedRequest: Sendable {
    /// The method, in capitals.
    public let method: String
    /// The header fields, but for those that authenticate and for `Host`.
    public let headers: [(name: String, value: String)]
    /// The body's bytes as they are sent; empty where there is none.
    public let body: [UInt8]

    /// Scheme, host and port, without a port that the scheme implies.
    private let origin: String
    /// The path as it is sent.
    private let path: String
    /// The query as it is sent, without its question mark.
    let query: String

    /// Takes a request.
    /// - Parameter url: The whole URL, percent-encoded, without what authentication adds to its query.
    public init(
        method: String,
        url: String,
        headers: [(name: String, value: String)] = [],
        body: [UInt8] = []
    ) {
        self.method = method
        self.headers = headers
        self.body = body
        let mark = url.firstIndex(of: "?") ?? url.endIndex
        query = String(url[mark...].dropFirst())
        let whole = url[..<mark]
        let start = whole.firstRange(of: "://")?.upperBound ?? whole.startIndex
        let slash = whole[start...].firstIndex(of: "/") ?? whole.endIndex
        path = slash == whole.endIndex ? "/" : String(whole[slash...])
        let origin = whole[..<slash].lowercased()
        let port = origin.hasPrefix("https:") ? ":443" : ":80"
        self.origin = origin.hasSuffix(port) ? String(origin.dropLast(port.count)) : origin
    }

    /// The value of the field `Host`.
    var host: String { origin.firstRange(of: "://").map { String(origin[$0.upperBound...]) } ?? origin }

    /// Whether the body is a form, whose fields are parameters as those of the query.
    var isForm: Bool {
        let type = headers.first { $0.name.lowercased() == "content-type" }?.value ?? ""
        return type.lowercased().hasPrefix("application/x-www-form-urlencoded")
    }

    /// Adds what is known of the request itself.
    func describe(to values: inout SigningValues) {
        values.add("method", method)
        values.add("host", host)
        values.add("path", path)
        values.add(
            "path.encoded",
            path.split(separator: "/", omittingEmptySubsequences: false)
                .map { PercentEncoding.encode(String($0)) }.joined(separator: "/")
        )
        values.add("url", origin + path)
        values["body"] = body
    }
}
