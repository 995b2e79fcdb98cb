@_spi(Generated) import WaybillRuntime
import WaybillTesting

/// A client as a generator writes it, for an API that has everything: an envelope, keys, metadata and error codes.
struct SampleClient: APIClient {
    typealias Failure = SampleError

    let core: ClientCore

    init(
        apiKey: String = "sk_test_1",
        definition: ClientDefinition = SampleClient.definition,
        configuration: ClientConfiguration,
        paths: [String: String] = [:]
    ) throws(ConfigurationError) {
        core = try ClientCore(
            definition: definition,
            baseURL: BaseURL(parsing: configuration.baseURL ?? "https://api.sample.test", argument: "baseURL"),
            credentials: [Credential("apiKey", apiKey)],
            configuration: configuration,
            options: ["kinds": ["a", "b"]],
            paths: paths,
            defaultTransport: { StubTransport() }
        )
    }

    static let definition = ClientDefinition(
        api: "sample",
        authentication: Authentication(headers: ["Authorization": "Bearer {apiKey}"]),
        envelope: "data",
        metadata: MetadataNames(
            requestID: "X-Request-Id",
            rateLimit: RateLimitNames(limit: "X-RateLimit-Limit", remaining: "X-RateLimit-Remaining"),
            replayed: "Idempotent-Replayed"
        ),
        retry: RetryPlan.walinko,
        errors: ErrorPaths(message: ["message"], code: ["error_code"], details: ["details"])
    )
}

/// The error of the sample client: one case is enough here.
struct SampleError: APIError {
    typealias Code = SampleCode

    let report: FailureReport

    init(_ report: FailureReport) { self.report = report }
}

struct SampleCode: JSONWord {
    let rawValue: String
}
