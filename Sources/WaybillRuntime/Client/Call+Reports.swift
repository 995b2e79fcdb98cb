/// What a call tells of its failures.
extension Call {
    func unsuccessful(_ http: ResponseMetadata) -> FailureReport {
        let body = ErrorBody(http.body, core.definition.errors).masked(by: core.mask)
        return report(.answered, Redirect(http)?.description ?? body.message ?? "HTTP \(http.status)", http, body)
    }

    func report(of error: TransportError, _ end: AttemptEnd, _ http: ResponseMetadata?) -> FailureReport {
        switch end {
        case .cancellation: return cancelled(http)
        case .limit(let expiry): return timedOut(expiry, http)
        case .transport:
            guard error.reason == .connectTimedOut, let limit = limits.timeouts.connect else {
                let error = error.masked(by: core.mask)
                return report(.transport(error), error.description, http)
            }
            return timedOut(ExpiredTimeout(limit: .connect, duration: limit), http)
        }
    }

    func timedOut(_ expiry: ExpiredTimeout, _ http: ResponseMetadata?) -> FailureReport {
        report(.timedOut(expiry), expiry.description, http)
    }

    func cancelled(_ http: ResponseMetadata?) -> FailureReport {
        report(.cancelled(Cancellation()), "the task was cancelled", http)
    }

    func withoutPlace() -> FailureReport {
        let expiry = ExpiredTimeout(limit: .call, duration: limits.timeouts.call ?? .zero)
        let text = "there is no place under the rate within the call limit of \(expiry.duration.secondsText)"
        return report(.timedOut(expiry), text, answer)
    }

    func withoutPacer() -> FailureReport {
        let error = TransportError(progress: .neverSent, reason: .noPlace, detail: "the pacer is away")
        return report(.transport(error), "no place under the rate, so that nothing was sent: the pacer is away", answer)
    }

    func missing(_ fault: TokenFault) -> FailureReport {
        let error = TransportError(progress: .neverSent, reason: .noToken, detail: fault.description)
        let what = refusedToken == nil ? "no token, so that nothing was sent" : "no new token in place of a refused one"
        return report(.transport(error), "\(what): \(fault)", answer, tokenFault: fault)
    }

    func report(
        _ kind: FailureKind,
        _ message: String,
        _ http: ResponseMetadata?,
        _ body: ErrorBody? = nil,
        _ sortingStatus: Int? = nil,
        tokenFault: TokenFault? = nil
    ) -> FailureReport {
        let skew = http.flatMap { core.clockSkew(of: $0) }
        return FailureReport(
            kind: kind,
            api: core.definition.api,
            operation: request.definition.id,
            body: body,
            message: core.masked(message) + (skew.map(Self.text) ?? ""),
            http: http,
            request: request.record,
            attempts: attempts,
            delivery: delivery,
            retryAfter: tokenFault?.retryAfter ?? http.flatMap { core.retryAfter(of: $0) },
            sortingStatus: sortingStatus,
            clockSkew: skew,
            tokenFault: tokenFault
        )
    }

    private static func text(skew: Duration) -> String {
        let isAhead = skew > .zero
        let distance = (isAhead ? skew : .zero - skew).secondsText
        return "; this clock is \(distance) \(isAhead ? "ahead of" : "behind") the server's"
    }
}
