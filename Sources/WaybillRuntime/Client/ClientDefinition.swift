/// One client of an API, as its spec has it.
@_spi(Generated)
public struct ClientDefinition: Sendable {
    /// The API's name, for descriptions, logs and `User-Agent`.
    public let api: String
    /// How it knows its callers.
    public let authentication: Authentication
    /// The hosts of operations that are sent elsewhere.
    public let hosts: [HostDefinition]
    /// The header fields of every request and the templates of their values, over the client's parameters.
    public let headers: KeyValuePairs<String, String>
    /// Where successes have their value; nil where the body is the value.
    public let envelope: EnvelopePaths?
    /// The header fields in which it says things about an exchange.
    public let metadata: MetadataNames
    /// Time limits; nil ones are 10 seconds to connect, 30 for an attempt and none for a call.
    public let timeouts: Timeouts
    /// When to try again.
    public let retry: RetryPlan
    /// Where error bodies have what they say.
    public let errors: ErrorPaths
    /// The documented rate, in one or more windows; none where it is not known.
    public let rates: [RequestRate]
    /// The rates of operations that have their own in place of that one, by their ids.
    public let operationRates: KeyValuePairs<String, [RequestRate]>

    /// Makes a definition; the defaults are those of a spec that says nothing.
    public init(
        api: String,
        authentication: Authentication,
        hosts: [HostDefinition] = [],
        headers: KeyValuePairs<String, String> = [:],
        envelope: EnvelopePaths? = nil,
        metadata: MetadataNames = MetadataNames(),
        timeouts: Timeouts = Timeouts(),
        retry: RetryPlan = .standard,
        errors: ErrorPaths = ErrorPaths(),
        rates: [RequestRate] = [],
        operationRates: KeyValuePairs<String, [RequestRate]> = [:]
    ) {
        self.api = api
        self.authentication = authentication
        self.hosts = hosts
        self.headers = headers
        self.envelope = envelope
        self.metadata = metadata
        self.timeouts = timeouts
        self.retry = retry
        self.errors = errors
        self.rates = rates
        self.operationRates = operationRates
    }
}
