import Testing
import WaybillTransportTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct RetryDecisionTests {
    private static let plans = [RetryPlan.standard, .walinko, .simpleConnect]

    @Test("R01 network failures: never sent for all classes, unknown not for `never`, final for none")
    func network() {
        for plan in Self.plans {
            for resend in ResendPolicy.allCases {
                for (outcome, row) in [
                    (AttemptOutcome.neverSent, RetryMatrix.neverSent), (.unknown, RetryMatrix.unknown),
                ] {
                    #expect((decide(outcome, resend, false, plan) != .stop) == row.isSentAgain(resend))
                }
                #expect(decide(.final, resend, true, plan) == .stop)
            }
        }
    }

    @Test("R01 a plan without network failures does not repeat them")
    func networkOff() {
        let plan = RetryPlan(attempts: 3, retriesNetworkFailures: false, statuses: [503], schedule: .linear(.zero))
        #expect(decide(.neverSent, .safe, false, plan) == .stop)
        #expect(decide(.unknown, .safe, false, plan) == .stop)
        #expect(decide(.answered(status: 503, isReplayed: false), .safe, false, plan) != .stop)
    }

    @Test("R07 a replayed failure is final in every class")
    func replayed() {
        for resend in ResendPolicy.allCases {
            #expect(decide(.answered(status: 500, isReplayed: true), resend, true, .standard) == .stop)
        }
    }

    @Test("R03 the last attempt is the last")
    func attempts() {
        let rule = RetryRule(plan: .standard, resend: .safe)
        #expect(RetryDecision.after(.unknown, attempt: 2, under: rule) != .stop)
        #expect(RetryDecision.after(.unknown, attempt: 3, under: rule) == .stop)
        #expect(RetryDecision.after(.unknown, attempt: .max, under: rule) == .stop)
    }

    @Test("A04 Retry-After counts only on the statuses that the plan names")
    func retryAfterStatuses() {
        let rule = RetryRule(plan: .walinko, resend: .keyed)
        let throttled = RetryDecision.after(
            .answered(status: 429, isReplayed: false),
            attempt: 1,
            under: rule,
            retryAfter: .seconds(3),
            random: 0.5
        )
        let failed = RetryDecision.after(
            .answered(status: 503, isReplayed: false),
            attempt: 1,
            under: rule,
            retryAfter: .seconds(3),
            random: 0.5
        )
        #expect(throttled == .retry(after: .seconds(3)))
        #expect(failed == .retry(after: .milliseconds(300)))
    }

    @Test("A custom policy replaces delays and attempts, and Retry-After still wins")
    func customPolicy() {
        let policy = RetryPolicy(maxAttempts: 5) { .seconds(1 << $0) }
        let rule = RetryRule(plan: .walinko, policy: policy, resend: .keyed)
        #expect(RetryDecision.after(.unknown, attempt: 4, under: rule) == .retry(after: .seconds(16)))
        #expect(RetryDecision.after(.unknown, attempt: 5, under: rule) == .stop)
        let throttled = AttemptOutcome.answered(status: 429, isReplayed: false)
        #expect(
            RetryDecision.after(throttled, attempt: 1, under: rule, retryAfter: .zero) == .retry(after: .zero)
        )
    }

    private func decide(
        _ outcome: AttemptOutcome,
        _ resend: ResendPolicy,
        _ hasWait: Bool,
        _ plan: RetryPlan
    ) -> RetryDecision {
        .after(
            outcome,
            attempt: 1,
            under: RetryRule(plan: plan, resend: resend),
            retryAfter: hasWait ? .seconds(1) : nil
        )
    }
}
