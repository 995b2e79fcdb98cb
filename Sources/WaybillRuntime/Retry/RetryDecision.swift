/// Whether to try again, and after how long.
///
/// A pure function of what is known.
enum RetryDecision: Sendable, Hashable {
    /// The outcome stands: no other attempt is made.
    case stop
    /// Another attempt, after this wait.
    case retry(after: Duration)

    /// Decides after an attempt.
    /// - Parameters:
    ///   - outcome: What became of it.
    ///   - attempt: Its number, from 1.
    ///   - retryAfter: What the server asks for, read from its answer; nil if nothing usable.
    ///   - random: A random number for the schedule, 0 inclusive to 1 exclusive.
    ///   - spread: Another one, for what is added to the server's wait.
    static func after(
        _ outcome: AttemptOutcome,
        attempt: Int,
        under rule: RetryRule,
        retryAfter: Duration? = nil,
        random: Double = 0,
        spread: Double = 0
    ) -> RetryDecision {
        let asked = honoured(retryAfter, outcome, rule.plan.retryAfter)
        guard attempt < rule.maxAttempts, isWorthwhile(outcome, rule.plan),
            isAllowed(outcome, rule.resend)
        else { return .stop }
        let isThrottled = outcome.status == 429
        let backoff = rule.schedule.delay(afterAttempt: attempt, random: random, isThrottled: isThrottled)
        guard let asked, let limits = rule.plan.retryAfter else { return .retry(after: backoff) }
        return .retry(after: limits.delay(asked: asked, backoff: backoff, spread: spread))
    }

    /// The server's wait, where the plan lets it count for this status.
    private static func honoured(
        _ retryAfter: Duration?,
        _ outcome: AttemptOutcome,
        _ rule: RetryAfterRule?
    ) -> Duration? {
        guard let status = outcome.status, let rule, rule.statuses.contains(where: { $0.contains(status) }) else {
            return nil
        }
        return retryAfter
    }

    /// Whether the plan names the outcome.
    ///
    /// A failure that was replayed would be replayed again. A success is none, whatever became of its body: no plan can
    /// have it sent again.
    private static func isWorthwhile(_ outcome: AttemptOutcome, _ plan: RetryPlan) -> Bool {
        switch outcome {
        case .neverSent, .unknown: plan.retriesNetworkFailures
        case .answered(200...299, _): false
        case .answered(let status, let isReplayed): !isReplayed && plan.statuses.contains { $0.contains(status) }
        case .final: false
        }
    }

    /// Whether the operation may, given that outcome.
    ///
    /// `never` may where nothing can have happened: the request never left, or 429, with which a server says that it
    /// has not looked at it.
    private static func isAllowed(_ outcome: AttemptOutcome, _ resend: ResendPolicy) -> Bool {
        resend != .never || outcome == .neverSent || outcome.status == 429
    }
}

extension AttemptOutcome {
    /// The status of an answer, whole or broken off.
    var status: Int? {
        if case .answered(let status, _) = self { status } else { nil }
    }
}
