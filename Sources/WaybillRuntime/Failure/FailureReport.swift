/// Everything that is known about a failed call.
///
/// Its description and mirror show no credentials and no bodies.
public final class FailureReport: Error, Sendable {
    /// What kind of failure it is.
    public let kind: FailureKind

    /// The name of the API, in lowercase.
    public let api: String

    /// The operation: resource and name, such as `messages.send`.
    public let operation: String

    /// The error code of the answer's body, if it has one.
    public let code: String?

    /// The HTTP status, if there was an answer, whole or broken off.
    public let status: Int?

    /// What went wrong: in the server's words, or `HTTP 503` where it has none, else in this library's.
    ///
    /// The client's credentials are masked in it, and in ``code``, where the server repeats them.
    public let message: String

    /// What the answer's body says beside the message, if it says anything; as it came.
    public let details: JSONValue?

    /// The answer that the failure is about, if there was one; of one that broke off what arrived.
    public let http: ResponseMetadata?

    /// What was sent, or would have been; nil where the arguments were refused.
    public let request: FilledRequest?

    /// The number of attempts that were made.
    public let attempts: Int

    /// Whether the request was carried out, as far as is known.
    public let delivery: DeliveryCertainty

    /// How long the server asks to wait, before any cap.
    public let retryAfter: Duration?

    /// The status by which generated code sorts the failure: that of its error code where the body of a 2xx refuses, else
    /// that of the answer.
    @_spi(Generated) public let sortingStatus: Int?

    /// How far this machine's clock is ahead of the server's, below zero where it is behind, if that may be why the
    /// server refused.
    ///
    /// Only on 401 and 403, of an API that has the time signed, where the answer's `Date` (RFC 9110, section 6.6.1) is
    /// more than 60 seconds off. The message says it too. Nothing is adjusted: set the clock.
    public let clockSkew: Duration?

    /// Where a list of pages stopped: at the page that did not come, or whose answer does not tell where the next one is; nil for calls
    /// that are no part of a list.
    ///
    /// `resuming(at:)` of the same list asks for that page again.
    public let stoppedAt: PagePosition?
    /// Why there was no token to send the request with, if that is what failed: this request was not sent.
    ///
    /// Where an earlier attempt of the same call went out, ``delivery`` speaks of that.
    public let tokenFault: TokenFault?

    init(
        kind: FailureKind,
        api: String,
        operation: String,
        body: ErrorBody? = nil,
        message: String,
        http: ResponseMetadata? = nil,
        request: FilledRequest? = nil,
        attempts: Int = 0,
        delivery: DeliveryCertainty = .notSent,
        retryAfter: Duration? = nil,
        sortingStatus: Int? = nil,
        clockSkew: Duration? = nil,
        tokenFault: TokenFault? = nil
    ) {
        self.kind = kind
        self.api = api
        self.operation = operation
        code = body?.code
        status = http?.status
        self.message = message
        details = body?.details
        self.http = http
        self.request = request
        self.attempts = attempts
        self.delivery = delivery
        self.retryAfter = retryAfter
        self.sortingStatus = sortingStatus ?? http?.status
        self.clockSkew = clockSkew
        stoppedAt = nil
        self.tokenFault = tokenFault
    }

    /// The same failure of a call that is part of a list.
    init(_ report: FailureReport, stoppedAt position: PagePosition) {
        kind = report.kind
        api = report.api
        operation = report.operation
        code = report.code
        status = report.status
        message = report.message
        details = report.details
        http = report.http
        request = report.request
        attempts = report.attempts
        delivery = report.delivery
        retryAfter = report.retryAfter
        sortingStatus = report.sortingStatus
        clockSkew = report.clockSkew
        stoppedAt = position
        tokenFault = report.tokenFault
    }

    /// Reads ``details`` as a model; nil where there are none or they have another shape.
    ///
    /// It never fails.
    public func details<Model: JSONModel>(_: Model.Type = Model.self) -> Model? {
        details.flatMap { try? Model(json: $0) }
    }
}

extension FailureReport: CustomStringConvertible, CustomReflectable {
    /// API, operation, status, code, message, request id, attempts and delivery in one line.
    public var description: String {
        var facts = [attempts == 1 ? "1 attempt" : "\(attempts) attempts", "delivery \(delivery.rawValue)"]
        if let id = http?.requestID { facts.insert("request id \(Self.line(id))", at: 0) }
        let answer = [status.map { "HTTP \($0)" }, code.map(Self.line)].compactMap(\.self).joined(separator: " ")
        let text = Self.line(message)
        let what = answer.isEmpty || text == answer ? text : "\(answer): \(text)"
        return "\(api) \(operation): \(what) (\(facts.joined(separator: ", ")))"
    }

    /// What the description shows, piece by piece.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "operation": "\(api) \(operation)", "status": status as Any, "code": code as Any, "message": message,
                "requestID": http?.requestID as Any, "attempts": attempts, "delivery": delivery,
                "retryAfter": retryAfter as Any, "clockSkew": clockSkew as Any,
            ]
        )
    }

    /// The server's words in a line of a log: no line breaks, no control characters, not without end.
    private static func line(_ text: String) -> String {
        let safe = text.unicodeScalars.prefix(500).map { scalar in
            scalar.properties.generalCategory == .control || scalar.properties.isWhitespace ? " " : Character(scalar)
        }
        return String(safe)
    }
}
