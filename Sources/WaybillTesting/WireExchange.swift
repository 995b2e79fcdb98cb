import HTTPTypes
@_spi(Generated) public import WaybillRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One call of a spec's example, over a transport that gives one answer and on a clock that stands still.
///
/// Generated tests are made of it. A check returns what is wrong, or nil, so that the test expects it where it stands and this
/// module needs no testing library.
@_spi(Generated)
public struct WireExchange: Sendable {
    private let transport: StubTransport
    private let answer: [UInt8]

    /// Takes the answer, without a body where that is empty.
    public init(_ status: Int, _ answer: String, headers: KeyValuePairs<String, String> = [:]) {
        let headers = Self.fields(headers)
        let isEmpty = answer.isEmpty
        self.init(
            isEmpty ? .status(status, headers: headers) : .json(status, answer, headers: headers),
            Array(answer.utf8)
        )
    }

    /// Takes an answer that is text, and not JSON.
    public init(_ status: Int, text answer: String, headers: KeyValuePairs<String, String> = [:]) {
        let headers = Self.fields(headers, over: [.contentType: "text/plain; charset=utf-8"])
        self.init(.bytes(status, Array(answer.utf8), headers: headers), Array(answer.utf8))
    }

    /// Takes the bytes of an answer in Base64 (RFC 4648, section 4).
    public init(_ status: Int, base64 answer: String, headers: KeyValuePairs<String, String> = [:]) {
        let bytes = Data(base64Encoded: answer).map(Array.init) ?? []
        let headers = Self.fields(headers, over: [.contentType: "application/octet-stream"])
        self.init(.bytes(status, bytes, headers: headers), bytes)
    }

    private static func fields(
        _ headers: KeyValuePairs<String, String>,
        over usual: HTTPFields = HTTPFields()
    ) -> HTTPFields {
        headers.reduce(into: usual) { fields, header in
            if let name = HTTPField.Name(header.key) { fields[name] = header.value }
        }
    }

    private init(_ stub: StubAnswer, _ answer: [UInt8]) {
        transport = StubTransport(stub)
        self.answer = answer
    }

    /// The configuration of a client that tries once.
    public var configuration: ClientConfiguration {
        let clock = ManualClock(randomness: .fixed(0))
        // A client that asks for tokens has one already: its example is one request.
        let token = AccessToken(value: "test-token", receivedAt: Date(timeIntervalSince1970: 0), endsAt: nil)
        return ClientConfiguration(
            retry: .never,
            transport: transport,
            clock: clock.runtime,
            tokenStore: InMemoryTokenStore(token)
        )
    }

    /// The body that went out, as text; empty where there was none.
    public var body: String { String(decoding: transport.requests.first?.body ?? [], as: UTF8.self) }

    /// The bytes of the body that went out; empty where there was none.
    public var bodyBytes: [UInt8] { transport.requests.first?.body ?? [] }

    /// Checks that exactly one request went out, to this URL and with these header fields.
    /// - Parameter credentials: The parameters at the end of the query that authenticate; their values are not looked at.
    public func requestFault(
        _ method: String,
        _ url: String,
        headers: KeyValuePairs<String, String> = [:],
        besides credentials: [String] = []
    ) -> String? {
        let requests = transport.requests
        guard let request = requests.first, requests.count == 1 else { return "\(requests.count) requests went out" }
        let sent = Self.url(request.url, without: credentials)
        guard request.method.rawValue == method, sent == url else {
            return "\(request.method.rawValue) \(sent) went out"
        }
        let wrong = headers.first { request.header($0.key) != $0.value }
        return wrong.map { "\($0.key) is \(request.header($0.key) ?? "missing")" }
    }

    private static func url(_ url: String, without credentials: [String]) -> String {
        guard !credentials.isEmpty, let mark = url.firstIndex(of: "?") else { return url }
        let names = credentials.map(PercentEncoding.encode)
        let own = url[mark...].dropFirst().split(separator: "&").filter { pair in
            !names.contains { pair.hasPrefix($0 + "=") }
        }
        return String(url[..<mark]) + (own.isEmpty ? "" : "?" + own.joined(separator: "&"))
    }

    /// Checks that a value says everything that the answer has below these keys.
    ///
    /// A null may be absent, and a scalar may be written in another way: a number as text, a time in UTC.
    public func answerFault(_ value: JSONValue?, below keys: [String] = []) -> String? {
        let came = DottedPath(keys: keys).value(in: try? JSONValue(parsing: answer))
        switch (came, value) {
        case (nil, nil), (.null?, nil): return nil
        case (let came?, nil): return "nothing was read of \(came)"
        case (nil, .some): return "nothing came there"
        case (let came?, let value?): return WireComparison.isSame(came, value) ? nil : "\(value) is not \(came)"
        }
    }

    /// Checks that a text is the answer's.
    public func answerFault(_ text: String?) -> String? {
        Array((text ?? "").utf8) == answer ? nil : "\(text ?? "nothing") is not what came"
    }

    /// Checks that bytes are the answer's.
    public func answerFault(_ bytes: [UInt8]?) -> String? {
        bytes == answer ? nil : "\(bytes?.count ?? 0) bytes are not the \(answer.count) that came"
    }
}
