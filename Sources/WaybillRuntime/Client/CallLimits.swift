/// The limits of one call, and its rule for trying again.
struct CallLimits: Sendable {
    let timeouts: Timeouts
    let rule: RetryRule
    /// The largest body of an answer: the call's own limit, the operation's, or the client's.
    let maxResponseBytes: Int

    init(core: ClientCore, options: CallOptions, operation: OperationDefinition) {
        timeouts = Timeouts(attempt: options.attemptTimeout, call: options.callTimeout).completed(by: core.timeouts)
        rule = RetryRule(
            plan: core.definition.retry,
            policy: core.retry,
            maxAttempts: options.maxAttempts,
            resend: operation.resend
        )
        maxResponseBytes = options.maxResponseBytes ?? operation.answerLimit ?? core.maxResponseBytes
    }

    /// What the next attempt may take: its own limit, or what is left of the call's.
    /// - Parameters:
    ///   - left: What is left until the call's deadline; nil where there is none.
    ///   - idle: How much of the attempt's own limit has passed.
    func next(left: Duration?, idle: Duration = .zero) -> Attempt.Limit? {
        let attempt = timeouts.attempt.map { ($0 - idle, ExpiredTimeout(limit: .attempt, duration: $0)) }
        guard let left, let call = timeouts.call, left < attempt?.0 ?? RetrySchedule.longest else { return attempt }
        return (left, ExpiredTimeout(limit: .call, duration: call))
    }
}
