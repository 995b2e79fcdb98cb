import HTTPTypes

/// One operation of an API, as its spec has it.
@_spi(Generated)
public struct OperationDefinition: Sendable {
    /// The methods that operations have; generated code need not import the HTTP types for them.
    public enum Method: String, Sendable, Hashable, CaseIterable {
        /// Reads, and changes nothing.
        case get = "GET"
        /// Reads the header fields only.
        case head = "HEAD"
        /// Creates or does something; twice is not the same as once.
        case post = "POST"
        /// Replaces the whole resource.
        case put = "PUT"
        /// Changes a part of the resource.
        case patch = "PATCH"
        /// Removes the resource.
        case delete = "DELETE"
        /// Asks what can be done.
        case options = "OPTIONS"

        /// Whether it asks for nothing but an answer (RFC 9110, section 9.2.1): it can be sent again without harm.
        var isSafe: Bool { self == .get || self == .head || self == .options }

        /// The method in the words of the HTTP types.
        var http: HTTPRequest.Method {
            switch self {
            case .get: .get
            case .head: .head
            case .post: .post
            case .put: .put
            case .patch: .patch
            case .delete: .delete
            case .options: .options
            }
        }
    }

    /// Resource and name: `messages.send`.
    public let id: String
    /// The HTTP method it is sent with.
    public let method: Method
    /// The path below the base URL: `/x/{y}`, `.` for the base itself, `./{y}` below it, `../x` beside its last
    /// segment.
    public let path: String
    /// Whether it may be sent again.
    public let resend: ResendPolicy
    /// Where its idempotency key lives, if it has one.
    public let idempotencyKey: IdempotencyKeyRule?
    /// The name under which a client can override the path; nil takes the id.
    public let pathOverride: String?
    /// How the body is written, where there is one.
    public let encoding: BodyEncoding
    /// The media type of the body, where it is not that of its encoding; sent without a body too.
    public let contentType: StaticString?
    /// Where the answer's value lies.
    public let envelope: EnvelopeRule
    /// The media type that is asked for (RFC 9110, section 12.5.1).
    public let accept: StaticString
    /// Whether that is JSON: looked up once, and not in each answer.
    let acceptsJSON: Bool
    /// Whether 304 is an answer, where the request names a version (RFC 9110, section 13.1.2).
    public let revalidates: Bool
    /// The largest body of an answer in bytes; nil leaves it to the client.
    public let answerLimit: Int?
    /// The name of the host that it is sent to in place of the client's.
    public let host: String?
    /// Whether what authenticates goes out with it.
    public let isAuthenticated: Bool

    /// Makes a definition; the defaults are those of a spec that says nothing.
    public init(
        id: String,
        method: Method,
        path: String,
        resend: ResendPolicy,
        idempotencyKey: IdempotencyKeyRule? = nil,
        pathOverride: String? = nil,
        encoding: BodyEncoding = .json,
        contentType: StaticString? = nil,
        envelope: EnvelopeRule = .inherited,
        accept: StaticString = "application/json",
        revalidates: Bool = false,
        answerLimit: Int? = nil,
        host: String? = nil,
        isAuthenticated: Bool = true
    ) {
        self.id = id
        self.method = method
        self.path = path
        self.resend = resend
        self.idempotencyKey = idempotencyKey
        self.pathOverride = pathOverride
        self.encoding = encoding
        self.contentType = contentType
        self.envelope = envelope
        self.accept = accept
        acceptsJSON = "\(accept)".contains("json")
        self.revalidates = revalidates
        self.answerLimit = answerLimit
        self.host = host
        self.isAuthenticated = isAuthenticated
    }
}
