public import HTTPTypes

/// What a receiver answers a challenge with, to be sent as it is.
public struct WebhookAnswer: Sendable, Hashable {
    /// The status.
    public let status: Int
    /// The header fields: the type of the body, and that no browser should guess another or keep it.
    public let headers: HTTPFields
    /// The body's bytes; none where the challenge was refused.
    public let body: [UInt8]

    init(status: Int, type: String? = nil, body: [UInt8] = []) {
        self.status = status
        self.body = body
        var headers: HTTPFields = [.cacheControl: "no-store", .xContentTypeOptions: "nosniff"]
        if let type { headers[.contentType] = type }
        self.headers = headers
    }
}
