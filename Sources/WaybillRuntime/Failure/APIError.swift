/// What every API's error has; for code that calls several APIs.
public protocol APIError: Error, Sendable, CustomStringConvertible {
    /// The API's error codes.
    associatedtype Code: JSONWord

    /// Everything that is known about the failed call.
    var report: FailureReport { get }

    /// Sorts a failed call into its case.
    init(_ report: FailureReport)
}

extension APIError {
    /// The error code of the answer's body, if it has one.
    public var code: Code? { report.code.map { Code(rawValue: $0) } }

    /// What went wrong: in the server's words, or `HTTP 503` where it has none, else in this library's.
    public var message: String { report.message }

    /// The HTTP status, if there was an answer.
    public var status: Int? { report.status }

    /// The answer that the error is about, if there was one.
    public var http: ResponseMetadata? { report.http }

    /// What was sent, or would have been; nil where the arguments were refused.
    public var request: FilledRequest? { report.request }

    /// The number of attempts that were made.
    public var attempts: Int { report.attempts }

    /// Whether the request was carried out, as far as is known.
    public var delivery: DeliveryCertainty { report.delivery }

    /// How long the server asks to wait, before any cap.
    public var retryAfter: Duration? { report.retryAfter }

    /// How far this machine's clock is ahead of the server's, where that may be why the server refused.
    ///
    /// See ``FailureReport/clockSkew``.
    public var clockSkew: Duration? { report.clockSkew }

    /// Where a list of pages stopped, from where `resuming(at:)` of the same list goes on; nil for calls that are no part of a list.
    public var stoppedAt: PagePosition? { report.stoppedAt }

    /// Whether the task was cancelled; such an error need not be reported.
    public var isCancellation: Bool {
        if case .cancelled = report.kind { true } else { false }
    }

    /// API, operation, status, code, message, request id, attempts and delivery in one line.
    public var description: String { report.description }
}
