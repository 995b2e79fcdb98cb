/// Why a client has no token to send a request with.
///
/// The request itself was not sent.
public struct TokenFault: Error, Sendable, Hashable {
    /// What went wrong.
    @nonexhaustive
    public enum Reason: Sendable, Hashable {
        /// The service answered the request for a token with this status, which is no success.
        case refused(status: Int)
        /// The service's answer has no token that can be sent.
        case unreadable
        /// The network failed.
        case network(TransportError.Reason)
        /// No answer came within this time.
        case timedOut(Duration)
    }

    /// What went wrong.
    public let reason: Reason

    /// The service's code, such as `invalid_client` (RFC 6749, section 5.2), if it gave one.
    public let code: String?

    /// What went wrong: in the service's words, or in this library's, with the credentials masked.
    public let message: String

    /// How often a token was asked for.
    public let attempts: Int

    /// How long the service asks to wait.
    public let retryAfter: Duration?

    /// Makes a value, for tests of code that handles it.
    public init(
        reason: Reason,
        code: String? = nil,
        message: String,
        attempts: Int = 1,
        retryAfter: Duration? = nil
    ) {
        self.reason = reason
        self.code = code
        self.message = message
        self.attempts = attempts
        self.retryAfter = retryAfter
    }
}

extension TokenFault: CustomStringConvertible {
    /// Status or reason, code and message in one line.
    public var description: String {
        let status = if case .refused(let status) = reason { "HTTP \(status)" } else { String?.none }
        let answer = [status, code].compactMap(\.self).joined(separator: " ")
        return answer.isEmpty || answer == message ? message : "\(answer): \(message)"
    }
}
