/// What the newest answer of a client's calls said about the exchange.
struct NewestAnswer: Sendable {
    var rateLimits: [RateLimit] = []
    var requestID: String?
}
