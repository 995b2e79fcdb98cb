/// Why there is no complete response, and how far the request came.
public struct TransportError: Error, Sendable, Hashable {
    /// How far a request came before it failed.
    public enum Progress: Sendable, Hashable {
        /// No byte of the request can have reached the server.
        case neverSent
        /// The request may have arrived, in part or as a whole; no answer has begun.
        case unknown
        /// The answer's head arrived, with a status of 200 to 599, and its body broke off: this is what came of it.
        ///
        /// The status counts as that of a whole answer does. After a 2xx the request has been accepted, and is never
        /// sent again.
        case answered(TransportResponse)
    }

    /// What went wrong, as far as the platform tells.
    @nonexhaustive
    public enum Reason: Sendable, Hashable {
        /// The host's name has no address.
        case nameNotFound
        /// Nothing listens on that port, or the network rejects the connection.
        case refused
        /// Connecting took longer than the limit.
        case connectTimedOut
        /// The server's certificate is not valid. Never retried.
        case certificate
        /// The TLS handshake failed for another reason.
        case tls
        /// The connection was reset.
        case reset
        /// The connection was closed before the answer was complete.
        case closed
        /// The server did not send valid HTTP.
        case protocolViolation
        /// The answer's body is larger than the limit, in bytes.
        case bodyTooLarge(limit: Int)
        /// A file of the request's body is not there, cannot be read, or was changed. Never retried.
        case unreadableBody
        /// The task was cancelled, or the transport was shut down.
        case cancelled
        /// There was no token to send the request with, and nothing was sent; see ``FailureReport/tokenFault``.
        case noToken
        /// The pacer that gives the places under the service's rate is away, and nothing was sent; see ``PacerOutage/refuse``.
        case noPlace
        /// Anything else; `detail` may tell more.
        case other
    }

    /// How far the request came.
    public let progress: Progress

    /// What went wrong, as far as the platform tells.
    public let reason: Reason

    /// The transport's own words; without secrets and without anything from the request.
    ///
    /// What a transport lets slip of a client's credentials is masked in the errors of calls.
    public let detail: String?

    /// Makes an error; a transport throws it.
    public init(progress: Progress, reason: Reason, detail: String? = nil) {
        self.progress = progress
        self.reason = reason
        self.detail = detail
    }
}

extension TransportError {
    /// The same, with credentials masked in its detail.
    func masked(by mask: SecretMask) -> TransportError {
        TransportError(progress: progress, reason: reason, detail: detail.map(mask.masked))
    }
}

/// What ``FailureKind/transport(_:)`` carries: the transport's own error.
public typealias TransportFault = TransportError

extension TransportError: CustomStringConvertible {
    /// Reason, progress and detail in one line.
    public var description: String {
        let text = "\(reason) (\(progress))"
        return detail.map { "\(text): \($0)" } ?? text
    }
}

extension TransportError.Progress: CustomStringConvertible {
    /// The progress in words.
    public var description: String {
        switch self {
        case .neverSent: "never sent"
        case .unknown: "may have arrived"
        case .answered(let response): "answer with status \(response.status) broke off"
        }
    }
}

extension TransportError.Reason: CustomStringConvertible {
    /// The reason in words.
    public var description: String {
        switch self {
        case .nameNotFound: "host name not found"
        case .refused: "connection refused"
        case .connectTimedOut: "connecting timed out"
        case .certificate: "the server's certificate is not valid"
        case .tls: "TLS handshake failed"
        case .reset: "connection reset"
        case .closed: "connection closed before the answer was complete"
        case .protocolViolation: "the answer is not valid HTTP"
        case .bodyTooLarge(let limit): "the answer is larger than \(limit) bytes"
        case .unreadableBody: "a file of the body cannot be read"
        case .cancelled: "cancelled"
        case .noToken: "no token"
        case .noPlace: "no place under the rate"
        case .other: "network failure"
        }
    }
}
