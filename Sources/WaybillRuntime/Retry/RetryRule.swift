/// All that the decision to try again depends on, beside the outcome: the same for every attempt of a call.
struct RetryRule: Sendable {
    let plan: RetryPlan
    let schedule: RetrySchedule
    let maxAttempts: Int
    let resend: ResendPolicy

    init(plan: RetryPlan, policy: RetryPolicy? = nil, maxAttempts: Int? = nil, resend: ResendPolicy) {
        self.plan = plan
        schedule = policy?.schedule ?? plan.schedule
        self.maxAttempts = maxAttempts ?? policy?.maxAttempts ?? plan.attempts
        self.resend = resend
    }
}
