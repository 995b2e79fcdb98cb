/// A time limit of the client that was exceeded.
public struct ExpiredTimeout: Sendable, Hashable, CustomStringConvertible {
    /// What a limit is for.
    @nonexhaustive
    public enum Limit: String, Sendable, Hashable {
        /// The limit on connecting, TLS handshake included.
        case connect
        /// One attempt, from connecting to the body's last byte.
        case attempt
        /// The whole call with all its attempts and the waits between them.
        case call
    }

    /// Which of the limits passed.
    public let limit: Limit

    /// How long it was.
    public let duration: Duration

    /// Makes a value, for tests of code that handles it.
    public init(limit: Limit, duration: Duration) {
        self.limit = limit
        self.duration = duration
    }

    /// The limit and its length in one line.
    public var description: String { "the \(limit.rawValue) limit of \(duration.secondsText) passed" }
}
