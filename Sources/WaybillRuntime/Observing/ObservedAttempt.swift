/// How an attempt ended.
public struct ObservedAttempt: Sendable, Hashable {
    /// Its number in the call, from 1.
    public let number: Int

    /// How long it took, from connecting to the answer's last byte.
    public let duration: Duration

    /// The HTTP status, if an answer began.
    public let status: Int?

    /// What went wrong, in a word of a short list; nil where a success was answered.
    public let error: ObservedError?

    /// The server's id of the exchange, if it gave one; the client's credentials are masked in it.
    public let requestID: String?

    /// The rate limit, where the answer gives one.
    public let rateLimit: RateLimit?

    /// Makes an attempt, for tests of observers.
    public init(
        number: Int,
        duration: Duration,
        status: Int? = nil,
        error: ObservedError? = nil,
        requestID: String? = nil,
        rateLimit: RateLimit? = nil
    ) {
        self.number = number
        self.duration = duration
        self.status = status
        self.error = error
        self.requestID = requestID
        self.rateLimit = rateLimit
    }
}
