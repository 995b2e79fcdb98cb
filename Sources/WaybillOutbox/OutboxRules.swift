/// When an outbox sends a request, and when it must not.
public struct OutboxRules: Sendable, Hashable {
    /// The longest that one attempt takes; what is sent has come to an end on this side after it.
    public let limit: Duration

    /// How much longer the server may work on a request that this side has given up; it is not sent again before.
    public let patience: Duration

    /// How long servers know idempotency keys whose APIs do not say it.
    public let keyLifetime: Duration

    /// When what has failed is sent again.
    public let retries: OutboxRetries

    /// How long an id is known whose request was sent, refused or discarded: adding it again does nothing until then.
    public let keepFor: Duration

    /// Makes rules.
    ///
    /// - Parameters:
    ///   - limit: The longest that one attempt takes, from a millisecond to a day.
    ///   - patience: How much longer the server may work on a request.
    ///   - keyLifetime: How long servers know idempotency keys whose APIs do not say it.
    ///   - retries: When what has failed is sent again.
    ///   - keepFor: How long an id is known after its end.
    public init(
        limit: Duration = .seconds(30),
        patience: Duration = .seconds(15),
        keyLifetime: Duration = .seconds(86_400),
        retries: OutboxRetries = OutboxRetries(),
        keepFor: Duration = .seconds(30 * 86_400)
    ) {
        self.limit = min(max(limit, .milliseconds(1)), .seconds(86_400))
        self.patience = max(patience, .zero)
        self.keyLifetime = max(keyLifetime, .zero)
        self.retries = retries
        self.keepFor = max(keepFor, .zero)
    }

    /// How long a worker has a request to itself: until its attempt has ended, and the server is through with it too.
    public var lease: Duration { limit + patience }
}
