/// What a case of an API's error carries: the report of the failed call, and typed details.
///
/// One word, so that errors stay small.
public struct APIFailure<Code: JSONWord, Details: Sendable>: Sendable {
    private final class Contents: Sendable {
        let report: FailureReport
        let details: Details

        init(_ report: FailureReport, _ details: Details) {
            self.report = report
            self.details = details
        }
    }

    private let contents: Contents

    /// Puts a failure together.
    @_spi(Generated) public init(_ report: FailureReport, _ details: Details) {
        contents = Contents(report, details)
    }

    /// Everything that is known about the failed call.
    public var report: FailureReport { contents.report }

    /// What the answer says about this kind of failure in particular.
    public var details: Details { contents.details }

    /// The error code of the answer's body, if it has one.
    public var code: Code? { report.code.map { Code(rawValue: $0) } }

    /// What went wrong: in the server's words, or `HTTP 503` where it has none, else in this library's.
    public var message: String { report.message }

    /// The HTTP status, if there was an answer.
    public var status: Int? { report.status }

    /// The answer that the failure is about, if there was one.
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
}

extension APIFailure: CustomStringConvertible, CustomReflectable {
    /// The report's one line, without the details.
    public var description: String { report.description }

    /// The report only: details may be people's data.
    public var customMirror: Mirror { Mirror(self, children: ["report": report]) }
}
