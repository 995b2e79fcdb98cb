@_spi(Generated) package import WaybillRuntime

/// A client as a generator writes it, for a peer on loopback, with short pauses between attempts.
package struct PeerClient: APIClient {
    package typealias Failure = PeerError

    package let core: ClientCore

    /// How often it sends at most.
    package static let attempts = 3

    package init(
        url: String,
        timeouts: Timeouts = Timeouts(attempt: .seconds(600)),
        clock: RuntimeClock = .system,
        retry: RetryPolicy = .table(maxAttempts: attempts, delays: [.milliseconds(10), .milliseconds(20)]),
        transport: any Transport,
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
    package func failure(
        of call: PeerCall,
        path: String = "/v1/things",
        options: CallOptions = CallOptions()
    ) async -> FailureReport? {
        do {
            _ = try await core.send(call.request(path: path), options: options)
            return nil
        } catch {
            return error
        }
    }

    private static let definition = ClientDefinition(
        api: "peer",
        authentication: Authentication(headers: ["X-Api-Key": "{apiKey}"]),
        metadata: MetadataNames(requestID: "X-Request-Id", rateLimit: RateLimitNames(remaining: "X-Remaining")),
        retry: .standard
    )
}
