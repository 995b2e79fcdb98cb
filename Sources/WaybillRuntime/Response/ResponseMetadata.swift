public import HTTPTypes

/// What came beside an answer's value: status, header fields, the raw body, and what was sent.
///
/// Its description and mirror show neither body nor header values.
public struct ResponseMetadata: Sendable {
    /// The HTTP status code.
    public let status: Int

    /// All header fields, as they came.
    public let headers: HTTPFields

    /// The number of attempts so far, this answer's included.
    public let attempts: Int

    /// The server's id of the exchange, where the API has one.
    public let requestID: String?

    /// The rate limit, where the answer gives one: of several windows that of which the least is left.
    public var rateLimit: RateLimit? { RateFields.tightest(rateLimits) }

    /// All windows of the rate limit that the answer tells of, in the API's order.
    public let rateLimits: [RateLimit]

    /// Whether the server repeated the stored answer of an earlier request with the same idempotency key.
    public let isReplayed: Bool

    /// The body as it came; of an answer that broke off the bytes that arrived, of a failure its first MiB.
    ///
    /// Nothing is masked in it: a server may repeat what it was sent, credentials too. Do not log it.
    public let body: [UInt8]

    /// What was sent, without its credentials.
    public let request: FilledRequest

    /// What of the body could not be read as the value has it; nothing where the value has not been read.
    ///
    /// Such a member is nil, its default or absent in the value; an element is left out of its list. As it came it stands in
    /// ``json``, and a member also in its model's unknown members. Log or count these: the service answers otherwise than
    /// its documentation says.
    public internal(set) var unread: [UnreadMember] = []

    /// The body as JSON, read anew each time; nil where it is no JSON.
    public var json: JSONValue? { try? JSONValue(parsing: body) }

    /// The body as text; bytes that are no UTF-8 are replaced.
    public var text: String { String(decoding: body, as: UTF8.self) }

    /// The name of the version that came, as `If-None-Match` takes it (`ETag`, RFC 9110, section 8.8.3), where there is one.
    public var entityTag: String? { headers[.eTag] }

    /// A header field's value, its name in any case; several fields of one name are joined by commas.
    public func header(_ name: String) -> String? {
        HeaderRule.name(name).flatMap { headers[$0] }
    }
}

extension ResponseMetadata: CustomStringConvertible, CustomReflectable {
    /// Status, request id, attempts and the body's size.
    public var description: String {
        let id = requestID.map { ", request id \($0)" } ?? ""
        return "HTTP \(status)\(id), \(attempts == 1 ? "1 attempt" : "\(attempts) attempts"), \(body.count) bytes"
    }

    /// Status, request id, attempts and the body's size only.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "status": status, "requestID": requestID as Any, "attempts": attempts, "bytes": body.count,
            ]
        )
    }
}
