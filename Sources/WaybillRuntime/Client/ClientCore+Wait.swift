@_spi(Generated)
extension ClientCore {
    /// Polls until what is waited for has come, or the time is up.
    ///
    /// There is at least one poll, and the time is looked at only after one: a wait can be longer than its timeout by
    /// one interval and one call.
    /// - Parameters:
    ///   - request: What to poll; each poll is a call with retries of its own.
    ///   - isDone: Whether an answer is the one that is waited for.
    ///   - status: The word of an answer that an error shows.
    /// - Throws: The report of a poll that failed, or of the wait's end.
    public func wait<Client, Value>(
        _ wait: Wait,
        polling request: APIRequest<Client, Value>,
        options: CallOptions = CallOptions(),
        until isDone: (Value) -> Bool,
        showing status: (Value) -> String
    ) async throws(FailureReport) -> APIResponse<Value> {
        let violations = wait.violations
        guard violations.isEmpty else { throw invalid(InvalidArguments(violations: violations), wait.name) }
        let start = clock.uptime()
        var options = options
        options.priority = options.priority ?? .background
        var polls = 0
        while true {
            let answer = try await send(request, options: options)
            polls += 1
            if isDone(answer.value) { return answer }
            let waited = clock.uptime() - start
            if waited >= wait.timeout { throw expired(wait, polls, waited, status(answer.value), answer.http) }
            try await pause(wait, answer.http)
        }
    }

    private func pause(_ wait: Wait, _ http: ResponseMetadata) async throws(FailureReport) {
        do {
            try await clock.sleep(wait.interval)
        } catch {
            throw report(wait, .cancelled(Cancellation()), "the task was cancelled", http)
        }
    }

    private func expired(
        _ wait: Wait,
        _ polls: Int,
        _ waited: Duration,
        _ status: String,
        _ http: ResponseMetadata
    ) -> FailureReport {
        let expired = ExpiredWait(
            subject: wait.subject,
            polls: polls,
            waited: waited,
            lastStatus: masked(status),
            lastAnswer: http.json
        )
        return report(wait, .waitTimedOut(expired), expired.description, http)
    }

    private func report(
        _ wait: Wait,
        _ kind: FailureKind,
        _ message: String,
        _ http: ResponseMetadata
    ) -> FailureReport {
        FailureReport(
            kind: kind,
            api: definition.api,
            operation: wait.name,
            message: message,
            http: http,
            request: http.request,
            attempts: http.attempts,
            delivery: .accepted
        )
    }
}
