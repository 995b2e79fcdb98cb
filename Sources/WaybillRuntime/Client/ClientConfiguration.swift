public import Logging

/// How a client behaves.
///
/// It is validated when a client is made with it.
public struct ClientConfiguration: Sendable {
    /// Where the API is served, in place of the spec's server.
    ///
    /// Only https; http for loopback hosts.
    public var baseURL: String?

    /// Where the hosts are that the spec names for some operations, in place of its addresses, by the names of the hosts.
    ///
    /// Only https; http for loopback hosts. ``baseURL`` does not change them: set both to talk to another environment.
    public var hostURLs: [String: String]

    /// Where tokens are asked for, in place of the spec's address, by clients that do so.
    ///
    /// Only https; http for loopback hosts. Where the spec has an address on another host, ``baseURL`` does not change it:
    /// set both to talk to another environment.
    public var tokenURL: String?

    /// Keeps the token where other clients and processes can use it; nil keeps it in this client.
    public var tokenStore: (any TokenStore)?

    /// Time limits; nil leaves them as the spec has them.
    public var timeouts: Timeouts?

    /// How often to retry, and how long to wait in between; nil leaves it as the spec has it.
    public var retry: RetryPolicy?

    /// The rate to keep to; nil sends each request at once.
    public var pacing: Pacing?

    /// What carries the requests; nil takes the platform's default.
    public var transport: (any Transport)?

    /// Gets one line before each retry, one where a token store or a pacer fails, and one, at the level `debug`, for each
    /// wait for a place under a rate.
    ///
    /// No line has a key, a secret or anyone's data in it. Its metadata says the same for machines: `waybill.api`,
    /// `waybill.operation`, `waybill.attempt` (of the attempt to come), `waybill.max_attempts`, `waybill.wait_ms` and
    /// `error.type`, an ``ObservedError``.
    public var logger: Logger?

    /// Are told of every call, attempt and wait: for metrics and traces.
    public var observers: [any Observer]

    /// The largest answer that is accepted, in bytes, where neither the operation nor the call has a limit of its own.
    ///
    /// 10 MiB unless set.
    public var maxResponseBytes: Int

    /// The `User-Agent`; nil takes the API's name and this library's version.
    public var userAgent: String?

    /// Where time and randomness come from; tests move it by hand.
    public var clock: RuntimeClock

    /// Makes a configuration; whatever is left out stays as the API's spec has it.
    public init(
        baseURL: String? = nil,
        timeouts: Timeouts? = nil,
        retry: RetryPolicy? = nil,
        pacing: Pacing? = nil,
        transport: (any Transport)? = nil,
        logger: Logger? = nil,
        observers: [any Observer] = [],
        maxResponseBytes: Int = 10 * 1_048_576,
        userAgent: String? = nil,
        clock: RuntimeClock = .system,
        tokenURL: String? = nil,
        tokenStore: (any TokenStore)? = nil,
        hostURLs: [String: String] = [:]
    ) {
        self.baseURL = baseURL
        self.tokenURL = tokenURL
        self.tokenStore = tokenStore
        self.hostURLs = hostURLs
        self.timeouts = timeouts
        self.retry = retry
        self.pacing = pacing
        self.transport = transport
        self.logger = logger
        self.observers = observers
        self.maxResponseBytes = maxResponseBytes
        self.userAgent = userAgent
        self.clock = clock
    }

    /// Rejects limits that make no sense.
    func check() throws(ConfigurationError) {
        let limits = [("connect", timeouts?.connect), ("attempt", timeouts?.attempt), ("call", timeouts?.call)]
        for (name, limit) in limits {
            guard let fault = Timeouts.fault(in: limit) else { continue }
            throw ConfigurationError(option: "configuration.timeouts.\(name)", reason: fault)
        }
        if let retry, retry.maxAttempts < 1 {
            throw ConfigurationError(option: "configuration.retry.maxAttempts", reason: "must be at least 1")
        }
        if let fault = retry?.schedule?.fault {
            throw ConfigurationError(option: "configuration.retry", reason: fault)
        }
        try pacing?.check()
        if maxResponseBytes < 1 {
            throw ConfigurationError(option: "configuration.maxResponseBytes", reason: "must be at least 1")
        }
        if let userAgent, let fault = userAgent.isEmpty ? "must not be empty" : HeaderRule.fault(inValue: userAgent) {
            throw ConfigurationError(option: "configuration.userAgent", reason: fault)
        }
    }
}
