import WaybillRuntime

/// What one attempt came to, as far as an outbox asks.
struct OutboxOutcome: Sendable, Hashable {
    /// Whether the attempt was carried out, as far as is known.
    var delivery: DeliveryCertainty
    /// The status of the answer, where there was one.
    var status: Int?
    /// Whether the server repeated the stored answer of an earlier request with the same key.
    var isReplayed = false
    /// Whether nothing was tried: there was no place for it under the rate.
    var isUntried = false
    /// How long the server asks to wait.
    var retryAfter: Duration?
    /// The body of a success, for who wants to know it later.
    var answer: String?
    /// What went wrong, in words that hold nothing of people.
    var failure = ""

    /// The largest answer that is kept.
    private static let longestAnswer = 64 << 10
}

extension OutboxOutcome {
    /// A success.
    init(_ http: ResponseMetadata) {
        self.init(delivery: .accepted, status: http.status, isReplayed: http.isReplayed, answer: Self.text(http.body))
    }

    /// A failure: its status or its kind, and the server's code; a server's message may repeat what it was sent.
    init(_ report: FailureReport) {
        let word = report.status.map { "HTTP \($0)" } ?? ObservedError(report).rawValue
        let code = report.code.map {
            " " + $0.unicodeScalars.filter { $0.value > 0x1F }.prefix(100).map(String.init).joined()
        }
        self.init(
            delivery: report.delivery,
            status: report.status,
            isReplayed: report.http?.isReplayed ?? false,
            isUntried: Self.isUntried(report),
            retryAfter: report.retryAfter,
            answer: report.delivery == .accepted ? report.http.flatMap { Self.text($0.body) } : nil,
            failure: word + (code ?? "")
        )
    }

    /// Where a client keeps to a rate, a call without a place in time fails before its first attempt.
    private static func isUntried(_ report: FailureReport) -> Bool {
        guard report.attempts == 0, report.delivery == .notSent else { return false }
        return switch report.kind {
        case .timedOut: true
        case .transport(let error): error.reason == .noPlace
        default: false
        }
    }

    /// Text that every store can hold; nil where it is too long or is none.
    private static func text(_ body: [UInt8]) -> String? {
        body.count > longestAnswer || body.contains(0) ? nil : String(validating: body, as: UTF8.self)
    }
}
