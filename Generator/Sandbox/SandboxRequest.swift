/// One request as it came in, whole.
public struct SandboxRequest: Sendable {
    /// The method, in capitals.
    public var method: String
    /// The path as it was sent: percent-encoded, without the query.
    public var path: String
    /// The query as it was sent, without its question mark; empty where there is none.
    public var query: String
    /// The headers, in any order.
    public var headers: [(name: String, value: String)]
    /// The body's bytes as they were sent.
    public var body: [UInt8]

    /// Makes a request from its parts.
    public init(
        method: String,
        path: String,
        query: String = "",
        headers: [(name: String, value: String)] = [],
        body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }

    /// The first value of a header, whatever the case of its name.
    public func header(_ name: String) -> String? { lines(of: name).first }

    /// The values of all lines of a header, whatever the case of its name.
    func lines(of name: String) -> [String] {
        let name = name.lowercased()
        return headers.filter { $0.name.lowercased() == name }.map(\.value)
    }
}
