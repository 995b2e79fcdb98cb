import HTTPTypes
import Logging
import Synchronization

/// What all generated clients are made of: configuration, credentials and transport.
///
/// Programs have nothing to call here. Its description and mirror show no secret.
public final class ClientCore: Sendable {
    let definition: ClientDefinition
    let baseURL: BaseURL
    private let hosts: [String: OperationHost]
    let signer: RequestSigner
    /// What has a token for each request, where the API asks for one.
    let tokens: TokenKeeper?
    /// What has a place for each request; nil where the client keeps to no rate.
    let pace: PaceKeeper?
    let timeouts: Timeouts
    let retry: RetryPolicy?
    let transport: any Transport
    let clock: RuntimeClock
    /// The transport where it can be stopped, and the time limits of all attempts that are under way.
    let stoppable: (transport: any StoppableTransport, deadlines: DeadlineList)?
    let maxResponseBytes: Int
    let userAgent: String
    let observers: [any Observer]
    let options: [String: [String]]
    let paths: [String: String]
    /// The header fields of every request that the client's parameters make.
    let headers: HTTPFields

    private let logger: Logger?
    private let metadataFields: MetadataFields
    private let newest = Mutex(NewestAnswer())

    /// Makes a client's core.
    /// - Parameters:
    ///   - options: The allowed values of restricted arguments, by option; an option without an entry allows all.
    ///   - paths: Paths in place of the spec's, by the operation's `pathOverride` or id.
    ///   - parameters: The values of the placeholders in the definition's header fields.
    ///   - server: The URL of the spec's server that was chosen; hosts can have an address for each.
    ///   - defaultTransport: Makes the transport where the configuration has none.
    /// - Throws: ``ConfigurationError`` where a credential is blank or cannot be sent, or a limit makes no sense.
    @_spi(Generated)
    public init(
        definition: ClientDefinition,
        baseURL: BaseURL,
        credentials: [Credential],
        configuration: ClientConfiguration,
        options: [String: [String]] = [:],
        paths: [String: String] = [:],
        parameters: [PathValue] = [],
        server: String? = nil,
        defaultTransport: () -> any Transport
    ) throws(ConfigurationError) {
        try configuration.check()
        for (name, path) in paths.sorted(by: { $0.key < $1.key }) {
            if let fault = PathTemplate.fault(in: path) {
                throw ConfigurationError(option: "paths.\(name)", reason: fault)
            }
        }
        self.definition = definition
        self.baseURL = baseURL
        hosts = try OperationHost.all(definition.hosts, server: server, configuration.hostURLs)
        signer = try RequestSigner(definition.authentication, credentials)
        timeouts = (configuration.timeouts ?? Timeouts()).completed(by: definition.timeouts).completed(by: .standard)
        retry = configuration.retry
        transport = configuration.transport ?? defaultTransport()
        clock = configuration.clock
        let deadlines = DeadlineList(clock: configuration.clock)
        stoppable = (transport as? any StoppableTransport).map { ($0, deadlines) }
        maxResponseBytes = configuration.maxResponseBytes
        userAgent = configuration.userAgent ?? "\(definition.api.lowercased())-swift/\(RuntimeVersion.text)"
        observers = configuration.observers
        self.options = options
        self.paths = paths
        headers = try Self.headers(definition.headers, parameters)
        logger = configuration.logger
        metadataFields = MetadataFields(definition.metadata)
        pace = Self.pace(definition, credentials, configuration)
        tokens = try Self.tokens(
            definition,
            credentials,
            baseURL: baseURL,
            configuration: configuration,
            transport: transport,
            userAgent: userAgent,
            connectTimeout: timeouts.connect,
            mask: signer.mask,
            webTokens: signer.webTokens
        )
    }

    /// Fills the header fields of every request.
    private static func headers(
        _ templates: KeyValuePairs<String, String>,
        _ parameters: [PathValue]
    ) throws(ConfigurationError) -> HTTPFields {
        for parameter in parameters {
            let isBlank = parameter.value.allSatisfy(\.isWhitespace)
            if let fault = isBlank ? "must not be blank" : HeaderRule.fault(inValue: parameter.value) {
                throw ConfigurationError(option: parameter.argument, reason: fault)
            }
        }
        var headers = HTTPFields()
        for (name, template) in templates {
            guard let name = HeaderRule.name(name) else { continue }
            headers[name] = TextTemplate(template).text { placeholder in
                parameters.first { $0.name == placeholder }?.value ?? ""
            }
        }
        return headers
    }

    private static func pace(
        _ definition: ClientDefinition,
        _ credentials: [Credential],
        _ configuration: ClientConfiguration
    ) -> PaceKeeper? {
        guard let pacing = configuration.pacing else { return nil }
        let (api, logger) = (definition.api, configuration.logger)
        let without =
            switch pacing.outage {
            case .unpaced: "requests go out unpaced"
            case .refuse: "nothing is sent"
            case .share(let parts): "this process goes on with 1/\(parts) of the rate"
            }
        let rates = DocumentedRates(operations: definition.operationRates, others: definition.rates)
        return PaceKeeper(pacing, api: api, rates, credentials, configuration.clock) { reason in
            logger?.warning(
                "[\(api)] the pacer failed, \(without) until it is back: \(reason)",
                metadata: ["waybill.api": "\(api)"]
            )
        }
    }

    private static func tokens(
        _ definition: ClientDefinition,
        _ credentials: [Credential],
        baseURL: BaseURL,
        configuration: ClientConfiguration,
        transport: any Transport,
        userAgent: String,
        connectTimeout: Duration?,
        mask: SecretMask,
        webTokens: WebTokenSource?
    ) throws(ConfigurationError) -> TokenKeeper? {
        guard let recipe = definition.authentication.token else { return nil }
        let endpoint = try TokenEndpoint(
            recipe,
            credentials,
            baseURL: baseURL,
            url: configuration.tokenURL,
            userAgent: userAgent,
            transport: transport,
            connectTimeout: connectTimeout,
            clock: configuration.clock,
            errors: definition.errors,
            mask: mask,
            webTokens: webTokens
        )
        let (api, logger) = (definition.api, configuration.logger)
        return TokenKeeper(
            endpoint,
            store: configuration.tokenStore,
            margin: recipe.margin,
            clock: configuration.clock,
            mask: mask
        ) { reason in
            logger?.warning("[\(api)] the token store failed: \(reason)", metadata: ["waybill.api": "\(api)"])
        }
    }

    /// Masks the credentials, and the newest tokens.
    var mask: SecretMask { tokens?.mask ?? signer.mask }

    /// The rate limit as the newest answer gave it.
    @_spi(Generated) public var lastRateLimit: RateLimit? { RateFields.tightest(lastRateLimits) }

    /// All windows of the rate limit as the newest answer gave them.
    @_spi(Generated) public var lastRateLimits: [RateLimit] { newest.withLock(\.rateLimits) }

    /// The request id of the newest answer.
    @_spi(Generated) public var lastRequestID: String? { newest.withLock(\.requestID) }

    func metadata(of response: TransportResponse, attempts: Int, request: FilledRequest) -> ResponseMetadata {
        var response = response
        if !(200...299).contains(response.status), response.body.count > ErrorBody.largestCount {
            response.body = Array(response.body.prefix(ErrorBody.largestCount))
        }
        return metadataFields.read(
            response,
            attempts: attempts,
            request: request,
            mask: mask,
            now: clock.now()
        )
    }

    /// Where an operation is sent to, and whether credentials go there.
    func host(of operation: OperationDefinition) -> OperationHost {
        operation.host.flatMap { hosts[$0] } ?? OperationHost(baseURL: baseURL, takesCredentials: true)
    }

    /// Where a request is sent to that was filled for a URL; the client's own host where no other has it.
    ///
    /// Of hosts at one URL the one counts that gets credentials: a filled request knows whether they go out with it.
    func host(at url: String) -> OperationHost {
        let own = OperationHost(baseURL: baseURL, takesCredentials: true)
        let found = ([own] + hosts.values).filter { $0.baseURL.text == url }
        return found.first(where: \.takesCredentials) ?? found.first ?? own
    }

    /// A text of a server's or a transport's, with this client's credentials masked.
    func masked(_ text: String) -> String { mask.masked(text) }

    /// Every answer counts, errors and retried ones too; what it does not say is forgotten.
    func remember(_ http: ResponseMetadata) {
        newest.withLock { $0 = NewestAnswer(rateLimits: http.rateLimits, requestID: http.requestID) }
    }

    /// What an answer asks for; dates are relative to the answer's own, so that a wrong clock here does not matter.
    func retryAfter(of http: ResponseMetadata) -> Duration? {
        let now = clock.now()
        return RetryAfter.parse(http.headers[.retryAfter], now: http.headers.serverTime(now: now) ?? now)
    }

    /// How far this clock is ahead of the server's, where that may be why a signed time was refused.
    func clockSkew(of http: ResponseMetadata) -> Duration? {
        let now = clock.now()
        guard signer.sendsTime, [401, 403].contains(http.status), let date = http.headers.serverTime(now: now)
        else { return nil }
        let skew = Duration.seconds(now.components.seconds) - date
        return (.seconds(-60) ... .seconds(60)).contains(skew) ? nil : skew
    }

    /// One line for whoever wonders where the time goes.
    func logPlace(_ wait: ObservedWait, _ operation: String) {
        logger?.debug(
            "[\(definition.api)] waiting \(wait.duration.secondsText) for a place under the rate",
            metadata: [
                "waybill.api": "\(definition.api)", "waybill.operation": "\(operation)",
                "waybill.attempt": "\(wait.nextAttempt)", "waybill.wait_ms": "\(wait.duration.milliseconds)",
            ]
        )
    }

    /// One line; it names what failed by kind and status, since a server's own words may repeat what was sent.
    func logRetry(_ wait: ObservedWait, _ report: FailureReport) {
        guard let logger else { return }
        let reason =
            switch report.kind {
            case .transport(let fault): fault.reason.description
            case .timedOut(let expiry): expiry.description
            default: "HTTP \(report.status ?? 0)"
            }
        let api = definition.api
        logger.warning(
            "[\(api)] retrying in \(wait.duration.secondsText), attempt \(wait.nextAttempt)/\(wait.maxAttempts): \(reason)",
            metadata: [
                "waybill.api": "\(api)", "waybill.operation": "\(report.operation)",
                "waybill.attempt": "\(wait.nextAttempt)", "waybill.max_attempts": "\(wait.maxAttempts)",
                "waybill.wait_ms": "\(wait.duration.milliseconds)",
                "error.type": "\(wait.error)",
            ]
        )
    }
}

extension ClientCore: CustomStringConvertible, CustomReflectable {
    /// The API and where it is served.
    public var description: String { "\(definition.api) at \(baseURL)" }

    /// The API and where it is served only.
    public var customMirror: Mirror { Mirror(self, children: ["api": definition.api, "baseURL": baseURL.text]) }
}
