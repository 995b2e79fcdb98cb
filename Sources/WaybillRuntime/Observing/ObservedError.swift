/// What went wrong, in a word that metrics can be told apart by: never a server's or a user's own.
///
/// It is what OpenTelemetry calls `error.type`: the HTTP status in digits where there was an answer, else one of the names
/// below.
public struct ObservedError: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// The word.
    public let rawValue: String

    /// Makes an error of a word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The word.
    public var description: String { rawValue }

    /// The server's answer was no success.
    public static func status(_ status: Int) -> Self { Self(rawValue: "\(status)") }

    /// A time limit passed: `connect_timeout`, `attempt_timeout` or `call_timeout`.
    public static func timeout(_ limit: ExpiredTimeout.Limit) -> Self { Self(rawValue: "\(limit.rawValue)_timeout") }

    /// The caller's task was cancelled.
    public static let cancelled = Self(rawValue: "cancelled")

    /// Nothing went wrong: the call waits for its place under a rate.
    public static let pacing = Self(rawValue: "pacing")

    /// The success could not be read.
    public static let undecodable = Self(rawValue: "undecodable")

    /// What a transport says of a request or answer that was lost on the network.
    public static func transport(_ reason: TransportError.Reason) -> Self {
        switch reason {
        case .nameNotFound: Self(rawValue: "name_not_found")
        case .refused: Self(rawValue: "connection_refused")
        case .connectTimedOut: .timeout(.connect)
        case .certificate: Self(rawValue: "certificate")
        case .tls: Self(rawValue: "tls")
        case .reset: Self(rawValue: "connection_reset")
        case .closed: Self(rawValue: "connection_closed")
        case .protocolViolation: Self(rawValue: "protocol_violation")
        case .bodyTooLarge: Self(rawValue: "body_too_large")
        case .unreadableBody: Self(rawValue: "unreadable_body")
        case .cancelled: .cancelled
        case .noToken: Self(rawValue: "no_token")
        case .noPlace: Self(rawValue: "no_place")
        case .other: Self(rawValue: "network")
        }
    }

    /// The error of a call's report.
    package init(_ report: FailureReport) {
        switch report.kind {
        case .answered: self = .status(report.status ?? 0)
        case .invalidArguments: self.init(rawValue: "invalid_arguments")
        case .transport(let fault): self = .transport(fault.reason)
        case .timedOut(let expiry): self = .timeout(expiry.limit)
        case .cancelled: self = .cancelled
        case .undecodable: self = .undecodable
        case .waitTimedOut: self.init(rawValue: "wait_timeout")
        }
    }
}
