@_spi(Generated) import WaybillRuntime
import WaybillTransport

/// A client as a generator writes it, for a peer on loopback, over the platform's own transport.
struct SoakClient: APIClient {
    /// The error of its calls.
    struct Failure: APIError {
        struct Code: JSONWord {
            let rawValue: String
        }

        let report: FailureReport

        init(_ report: FailureReport) { self.report = report }
    }

    /// The kinds of call.
    enum Kind: String, CaseIterable {
        /// Reads, and may be sent any number of times.
        case read
        /// Writes with an idempotency key.
        case keyed
        /// Writes, and must not be sent again.
        case unkeyed
    }

    let core: ClientCore

    /// Makes a client of a peer.
    init(url: String) throws(ConfigurationError) {
        core = try ClientCore(
            definition: Self.definition,
            baseURL: BaseURL(parsing: url, argument: "url"),
            credentials: [],
            configuration: ClientConfiguration(),
            defaultTransport: { DefaultTransport.shared }
        )
    }

    /// A call of one kind, about a number that the peer finds in the path.
    static func request(_ kind: Kind, _ number: Int) -> APIRequest<SoakClient, JSONValue> {
        var request = APIRequest<SoakClient, JSONValue>(definition(kind))
        request.setPath("number", number, argument: "number")
        guard kind != .read else { return request }
        if kind == .keyed { request.setIdempotencyKey(nil) }
        request.setBody { writer, filling in
            writer.beginObject()
            writer.member("number", number)
            writer.member("text", filling.make("{hex32}"))
            writer.endObject()
        }
        return request
    }

    /// A read whose answer has no body.
    static let bodiless = APIRequest<SoakClient, NoContent>(
        OperationDefinition(id: "things.touch", method: .get, path: "/touch", resend: .safe)
    )

    private static func definition(_ kind: Kind) -> OperationDefinition {
        let key = IdempotencyKeyRule(header: "Idempotency-Key", make: "{uuid}", maxLength: 64)
        return OperationDefinition(
            id: "things.\(kind)",
            method: kind == .read ? .get : .post,
            path: "/\(kind)/{number}",
            resend: kind == .read ? .safe : kind == .keyed ? .keyed : .never,
            idempotencyKey: kind == .keyed ? key : nil
        )
    }

    private static let definition = ClientDefinition(
        api: "soak",
        authentication: Authentication(headers: [:]),
        timeouts: Timeouts(connect: .seconds(5), attempt: .seconds(2), call: .seconds(30)),
        retry: RetryPlan(
            attempts: 3,
            retriesNetworkFailures: true,
            statuses: [429, 503],
            schedule: .table([.milliseconds(20), .milliseconds(50)], jitter: .milliseconds(20))
        )
    )
}
