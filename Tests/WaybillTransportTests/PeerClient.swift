import HTTPTypes
@_spi(Generated) import WaybillRuntime
import WaybillTransport

/// A client as a generator writes it, for a peer on loopback, with short pauses between attempts.
struct PeerClient: APIClient {
    typealias Failure = PeerError

    let core: ClientCore

    init(
        url: String,
        timeouts: Timeouts = Timeouts(attempt: .seconds(600)),
        clock: RuntimeClock = .system,
        retry: RetryPolicy? = nil,
        transport: any Transport = DefaultTransport.shared,
        limit: Int = 10 << 20
    ) throws(ConfigurationError) {
        core = try ClientCore(
            definition: Self.definition,
            baseURL: BaseURL(parsing: url, argument: "url"),
            credentials: [Credential("apiKey", "secret-key")],
            configuration: ClientConfiguration(
                timeouts: timeouts,
                retry: retry,
                maxResponseBytes: limit,
                clock: clock
            ),
            defaultTransport: { transport }
        )
    }

    /// Makes a call; gives its failure, or nil where it succeeds.
    func failure(of call: PeerCall, options: CallOptions = CallOptions()) async -> FailureReport? {
        do {
            _ = try await core.send(call.request, options: options)
            return nil
        } catch {
            return error
        }
    }

    private static let definition = ClientDefinition(
        api: "peer",
        authentication: Authentication(headers: ["X-Api-Key": "{apiKey}"]),
        metadata: MetadataNames(requestID: "X-Request-Id", rateLimit: RateLimitNames(remaining: "X-Remaining")),
        retry: RetryPlan(
            attempts: 3,
            retriesNetworkFailures: true,
            statuses: [429, 500, 503],
            schedule: .table([.milliseconds(10), .milliseconds(20)], jitter: .zero)
        )
    )
}

/// The error of the peer's client.
struct PeerError: APIError {
    struct Code: JSONWord {
        let rawValue: String
    }

    let report: FailureReport

    init(_ report: FailureReport) { self.report = report }
}

/// The kinds of call that a fault is tried with.
enum PeerCall: String, CaseIterable, Sendable {
    case get
    case keyedPost
    case documentedPost
    case unkeyedPost

    /// Whether it may be sent again when nobody knows whether it arrived.
    var mayBeRepeated: Bool { self != .unkeyedPost }

    var request: APIRequest<PeerClient, JSONValue> { request(path: "/v1/things") }

    func request(path: String) -> APIRequest<PeerClient, JSONValue> {
        var request = APIRequest<PeerClient, JSONValue>(definition(path: path))
        guard self != .get else { return request }
        request.setBody { writer, filling in
            writer.beginObject()
            writer.member("made", filling.make("{hex32}"))
            writer.endObject()
        }
        if self == .keyedPost { request.setIdempotencyKey(nil) }
        return request
    }

    private var resend: ResendPolicy {
        switch self {
        case .get: .safe
        case .keyedPost: .keyed
        case .documentedPost: .documented
        case .unkeyedPost: .never
        }
    }

    private func definition(path: String) -> OperationDefinition {
        let key = IdempotencyKeyRule(header: "Idempotency-Key", make: "peer-{uuid}", maxLength: 64)
        return OperationDefinition(
            id: "things.\(rawValue)",
            method: self == .get ? .get : .post,
            path: path,
            resend: resend,
            idempotencyKey: self == .keyedPost ? key : nil
        )
    }
}
