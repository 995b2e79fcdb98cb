public import HTTPTypes
public import WaybillRuntime

/// A request that a ``StubTransport`` was asked to send.
///
/// ``headers`` are those that went out, credentials too, so that a test can look at them. Printing the request, or a
/// failed expectation about it, shows the names of the headers and none of their values, and nothing of the query and
/// the body.
public struct RecordedRequest: Sendable, Hashable {
    /// Which request it is, counted from 1.
    public let number: Int
    /// The HTTP method it was sent with.
    public let method: HTTPRequest.Method
    /// The whole URL, as it was to be sent.
    public let url: String
    /// All headers, with their values.
    public let headers: HTTPFields
    /// The exact bytes of the body, or nil where there is none.
    public let body: [UInt8]?

    init(_ request: TransportRequest, _ body: [UInt8]?, number: Int) {
        self.number = number
        method = request.method
        url = request.url
        headers = request.headers
        self.body = body
    }

    /// The part of the URL between the host and the query, still percent-encoded.
    public var path: String {
        let afterScheme = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        let target = afterScheme.drop { $0 != "/" && $0 != "?" }
        return String(target.prefix { $0 != "?" })
    }

    /// The part of the URL after the question mark, still percent-encoded, or nil where there is none.
    public var query: String? {
        url.firstIndex(of: "?").map { String(url[url.index(after: $0)...]) }
    }

    /// The body as text, empty where there is none.
    ///
    /// Bytes that are no UTF-8 are replaced.
    public var text: String { String(decoding: body ?? [], as: UTF8.self) }

    /// The body as JSON, or nil where there is none or it is not JSON.
    public var json: JSONValue? { body.flatMap { try? JSONValue(parsing: $0) } }

    /// The value of a header, whatever the case of its name, or nil where there is none.
    public func header(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { headers[$0] }
    }
}

extension RecordedRequest: CustomStringConvertible, CustomReflectable {
    /// The method, the path and the names of the headers.
    public var description: String {
        "\(number): \(method.rawValue) \(path) [\(headers.map(\.name.rawName).joined(separator: ", "))]"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// Shows no more than ``description`` does.
    public var customMirror: Mirror { Mirror(self, children: ["request": description], displayStyle: .struct) }
}
