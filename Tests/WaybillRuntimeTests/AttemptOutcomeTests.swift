import Testing

@_spi(Generated) @testable import WaybillRuntime

/// What the decision makes of an attempt without a whole answer.
@Suite struct AttemptOutcomeTests {
    /// How far a request came, and which operations may send it again under the standard plan.
    struct Row: Sendable {
        let progress: TransportError.Progress
        let isReplayed: Bool
        let mayResend: Set<ResendPolicy>

        init(_ progress: TransportError.Progress, isReplayed: Bool = false, _ mayResend: Set<ResendPolicy>) {
            self.progress = progress
            self.isReplayed = isReplayed
            self.mayResend = mayResend
        }

        static func head(_ status: Int, isReplayed: Bool = false, _ mayResend: Set<ResendPolicy>) -> Row {
            Row(.answered(TransportResponse(status: status)), isReplayed: isReplayed, mayResend)
        }
    }

    private static let all = Set(ResendPolicy.allCases)
    private static let repeatable: Set<ResendPolicy> = [.safe, .keyed, .documented]

    private static let rows = [
        Row(.neverSent, all), Row(.unknown, repeatable),
        .head(200, []), .head(202, []), .head(204, []), .head(299, []), .head(302, []), .head(303, []), .head(400, []),
        .head(404, []), .head(408, repeatable), .head(409, []), .head(429, all), .head(499, []), .head(500, repeatable),
        .head(501, []), .head(503, repeatable), .head(503, isReplayed: true, []),
    ]

    private static let reasons: [TransportError.Reason] = [
        .nameNotFound, .refused, .connectTimedOut, .certificate, .tls, .reset, .closed, .protocolViolation,
        .bodyTooLarge(limit: 1), .unreadableBody, .cancelled, .other,
    ]

    private static let attemptLimit = AttemptEnd.limit(ExpiredTimeout(limit: .attempt, duration: .seconds(1)))
    private static let callLimit = AttemptEnd.limit(ExpiredTimeout(limit: .call, duration: .seconds(1)))

    /// Whether nothing is tried again, however far the request came.
    private static func isFinal(_ reason: TransportError.Reason, _ end: AttemptEnd, _ row: Row) -> Bool {
        switch (end, reason) {
        case (.cancellation, _), (callLimit, _): true
        case (.limit, _): false
        case (.transport, .certificate), (.transport, .unreadableBody), (.transport, .cancelled): true
        case (.transport, .bodyTooLarge): row.progress == .neverSent || row.progress == .unknown
        case (.transport, _): false
        }
    }

    @Test("R02 how far it came × why × what ended it × resend: sent again as the table says, and never after a 2xx")
    func table() {
        let rule = { RetryRule(plan: .standard, maxAttempts: 99, resend: $0) }
        var cells = 0
        for row in Self.rows {
            for reason in Self.reasons {
                for end in [AttemptEnd.transport, Self.attemptLimit, Self.callLimit, .cancellation] {
                    let error = TransportError(progress: row.progress, reason: reason)
                    let outcome = AttemptOutcome(error, end, isReplayed: row.isReplayed)
                    for resend in ResendPolicy.allCases {
                        let decision = RetryDecision.after(outcome, attempt: 1, under: rule(resend))
                        let isExpected = !Self.isFinal(reason, end, row) && row.mayResend.contains(resend)
                        #expect((decision != .stop) == isExpected, "\(row.progress) \(reason) \(end) \(resend)")
                        cells += 1
                    }
                }
            }
        }
        #expect(cells == 18 * 12 * 4 * 4)
    }

    @Test("R02 no plan and no policy has a success sent again", arguments: 200...299)
    func success(status: Int) {
        let plan = RetryPlan(
            attempts: 9,
            retriesNetworkFailures: true,
            statuses: [.range(200...599)],
            schedule: .linear(.zero)
        )
        let policy = RetryPolicy(maxAttempts: 99) { _ in .zero }
        for resend in ResendPolicy.allCases {
            let rule = RetryRule(plan: plan, policy: policy, resend: resend)
            let error = TransportError(progress: .answered(TransportResponse(status: status)), reason: .reset)
            #expect(RetryDecision.after(AttemptOutcome(error, .transport), attempt: 1, under: rule) == .stop)
            let whole = AttemptOutcome.answered(status: status, isReplayed: false)
            #expect(RetryDecision.after(whole, attempt: 1, under: rule) == .stop)
        }
    }
}
