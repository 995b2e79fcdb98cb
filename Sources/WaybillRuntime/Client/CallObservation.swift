import HTTPTypes

/// Tells a client's observers what one call does.
struct CallObservation: Sendable {
    private let core: ClientCore
    private let call: ObservedCall
    private let start: Duration

    /// Begins to tell; nil where nobody listens.
    init?(of request: PreparedRequest, core: ClientCore) {
        if core.observers.isEmpty { return nil }
        self.core = core
        call = ObservedCall(
            api: core.definition.api,
            operation: request.definition.id,
            method: request.definition.method.rawValue,
            path: request.path,
            host: request.baseURL.host
        )
        start = core.clock.uptime()
        for observer in core.observers { observer.callBegan(call) }
    }

    /// Tells of an attempt that is about to be sent.
    /// - Returns: What observers want to send along, of what may be sent.
    func attemptBegan(_ number: Int, besides own: HTTPFields) -> HTTPFields {
        var fields = HTTPFields()
        for observer in core.observers { observer.attemptBegan(number, of: call, adding: &fields) }
        let taken = core.signer.names.union(own.map { $0.name.canonicalName })
        var allowed = HTTPFields()
        for field in fields where !taken.contains(field.name.canonicalName) && HeaderRule.isFree(field) {
            allowed.append(field)
        }
        return allowed
    }

    /// Tells of an attempt that has ended with an answer, or without.
    func attemptEnded(_ number: Int, since start: Duration, _ http: ResponseMetadata?, _ error: ObservedError?) {
        let attempt = ObservedAttempt(
            number: number,
            duration: core.clock.uptime() - start,
            status: http?.status,
            error: error,
            requestID: http?.requestID,
            rateLimit: http?.rateLimit
        )
        for observer in core.observers { observer.attemptEnded(attempt, of: call) }
    }

    /// Tells that the call waits.
    func waitBegan(_ wait: ObservedWait) {
        for observer in core.observers { observer.waitBegan(wait, of: call) }
    }

    /// Tells of a success that has been read.
    func succeeded(_ http: ResponseMetadata) {
        ended(
            ObservedResult(
                duration: core.clock.uptime() - start,
                attempts: http.attempts,
                status: http.status,
                unreadCount: http.unread.count,
                isReplayed: http.isReplayed
            )
        )
    }

    /// Tells of a failure.
    func failed(_ report: FailureReport) {
        ended(
            ObservedResult(
                duration: core.clock.uptime() - start,
                attempts: report.attempts,
                status: report.status,
                error: ObservedError(report),
                delivery: report.delivery,
                isReplayed: report.http?.isReplayed ?? false
            )
        )
    }

    private func ended(_ result: ObservedResult) {
        for observer in core.observers { observer.callEnded(result, of: call) }
    }
}
