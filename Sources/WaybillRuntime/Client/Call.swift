import HTTPTypes

/// One call: attempts until one stands.
struct Call {
    private enum End {
        case success(ResponseMetadata)
        case failure(FailureReport, AttemptOutcome)
    }

    let core: ClientCore
    let request: PreparedRequest
    let limits: CallLimits
    let deadline: Duration?
    let priority: CallPriority
    let observation: CallObservation?
    /// Takes the answer's body while it comes; nil where it is wanted whole.
    private let sink: AnswerSink?

    /// Takes the body of the latest attempt's answer.
    private var receiver: AnswerReceiver?
    var attempts = 0
    /// The token of the newest attempt.
    private var token: String?
    /// A token that the server refused; no call has a second one replaced.
    var refusedToken: String?
    var delivery = DeliveryCertainty.notSent
    /// The newest answer, for an error that comes between two attempts.
    var answer: ResponseMetadata?

    init(
        core: ClientCore,
        request: PreparedRequest,
        options: CallOptions,
        observation: CallObservation?,
        sink: AnswerSink? = nil
    ) {
        self.core = core
        self.sink = sink
        self.observation = observation
        self.request = request
        priority = options.priority ?? .standard
        limits = CallLimits(core: core, options: options, operation: request.definition)
        deadline = limits.timeouts.call.map { core.clock.uptime() + $0 }
    }

    /// Sends until an outcome stands: the answer of a success, or the failure of the last attempt.
    mutating func run() async throws(FailureReport) -> ResponseMetadata {
        while true {
            let limit = try await admission()
            let start = core.clock.uptime()
            var end = end(of: await result(within: limit))
            if case .success(let http) = end { end = await handOver(http) ?? end }
            tell(end, since: start)
            switch end {
            case .success(let http): return http
            case .failure(_, let outcome) where isForANewToken(outcome): refusedToken = token
            case .failure(let report, let outcome):
                if outcome == .answered(status: 429, isReplayed: false) {
                    await core.pace?.hold(request.definition.id, for: report.retryAfter)
                }
                try await pause(before: report, try delay(after: outcome, report))
            }
        }
    }

    // MARK: Tokens

    /// Takes the token of the next attempt, where the API asks for one; throws where there is none.
    mutating func getToken() async throws(FailureReport) {
        guard let tokens = core.tokens, request.isAuthenticated else { return }
        if Task.isCancelled { throw cancelled(answer) }
        let rejected = token == refusedToken ? refusedToken : nil
        switch await tokens.token(insteadOf: rejected, within: deadline.map { $0 - core.clock.uptime() }) {
        case .token(let value): token = value
        case .failed(let fault): throw missing(fault)
        case .cancelled: throw cancelled(answer)
        case .expired:
            let expiry = ExpiredTimeout(limit: .call, duration: limits.timeouts.call ?? .zero)
            throw timedOut(expiry, answer)
        }
    }

    /// Whether the request goes out once more, with another token.
    ///
    /// 401 says that a request was not carried out for want of valid credentials (RFC 9110, section 15.5.2). So any request
    /// may follow it, one without an idempotency key too, whatever the plan says of attempts: it takes the place of the one
    /// that was refused. A stored answer that is repeated would be repeated again.
    private func isForANewToken(_ outcome: AttemptOutcome) -> Bool {
        token != nil && refusedToken == nil && outcome == .answered(status: 401, isReplayed: false)
    }

    // MARK: Sending

    /// The next attempt's limit; throws where there is to be no other attempt.
    func nextLimit() throws(FailureReport) -> (duration: Duration, expiry: ExpiredTimeout)? {
        if Task.isCancelled { throw cancelled(answer) }
        let left = deadline.map { $0 - core.clock.uptime() }
        let limit = limits.next(left: left)
        if let limit, limit.duration <= .zero { throw timedOut(limit.expiry, answer) }
        return limit
    }

    /// Makes an attempt; files that have to be read, and cannot be, fail it before anything is sent.
    private mutating func result(within limit: Attempt.Limit?) async -> Attempt.Result {
        attempts += 1
        let attempt: Attempt
        do throws(TransportError) {
            attempt = self.attempt(try OutgoingBody(request, core))
        } catch {
            _ = observation?.attemptBegan(attempts, besides: request.headers)
            return .failed(error, .transport)
        }
        return await attempt.run(limit: limit)
    }

    /// Signs the request afresh.
    private mutating func attempt(_ body: OutgoingBody) -> Attempt {
        var headers = request.headers
        if let observation { headers.append(contentsOf: observation.attemptBegan(attempts, besides: headers)) }
        let method = request.definition.method
        let signed =
            request.isAuthenticated
            ? core.signer.signed(method.rawValue, request.url, headers, body.bytes, core.clock, token: token)
            : (url: request.url, headers: headers)
        receiver = sink.flatMap { AnswerReceiver(core, request.definition, limit: limits.maxResponseBytes, $0) }
        let outgoing = TransportRequest(
            method: method.http,
            url: signed.url,
            headers: signed.headers,
            body: body.bytes,
            bodyReader: body.reader,
            receiver: receiver,
            // What is no answer to stream, such as an error, is held as any answer is.
            maxResponseBytes: receiver == nil
                ? limits.maxResponseBytes : min(limits.maxResponseBytes, core.maxResponseBytes),
            connectTimeout: limits.timeouts.connect,
            wantsFreshConnection: attempts > 1 || request.definition.resend == .never
        )
        return Attempt(transport: core.transport, clock: core.clock, request: outgoing, stoppable: core.stoppable) {
            [limits, deadline, uptime = core.clock.uptime] idle in
            limits.next(left: deadline.map { $0 - uptime() }, idle: idle)
        }
    }

    /// Hands over the body of a success that was not taken in pieces; gives the failure of that.
    private mutating func handOver(_ http: ResponseMetadata) async -> End? {
        guard let sink, receiver?.hasTaken != true, !http.body.isEmpty else { return nil }
        do {
            try await sink(http.body)
            return nil
        } catch {
            join(.accepted)
            let reason: TransportError.Reason = error is CancellationError ? .cancelled : .other
            let head = TransportResponse(status: http.status, headers: http.headers)
            let detail = reason == .cancelled ? nil : "what came could not be kept: \(error)"
            let lost = TransportError(progress: .answered(head), reason: reason, detail: detail)
            return .failure(report(of: lost, reason == .cancelled ? .cancellation : .transport, http), .final)
        }
    }

    // MARK: Looking at the outcome

    private mutating func end(of result: Attempt.Result) -> End {
        switch result {
        case .response(let response):
            let http = note(response)
            if isUnchanged(http) { return .success(http) }
            if (200...299).contains(http.status) { return refusal(in: http) ?? .success(http) }
            join(DeliveryCertainty(status: http.status, method: request.definition.method))
            return .failure(unsuccessful(http), .answered(status: http.status, isReplayed: http.isReplayed))
        case .failed(let error, let end):
            let http = note(error)
            let outcome = AttemptOutcome(error, end, isReplayed: http?.isReplayed ?? false)
            return .failure(report(of: error, end, http), outcome)
        }
    }

    /// What the body of a 2xx refuses; nil where it does not.
    ///
    /// The server has said no, so that nothing was carried out, unless its error code stands for a status that says otherwise,
    /// such as 500. That status decides about another attempt too; without one there is none.
    private mutating func refusal(in http: ResponseMetadata) -> End? {
        guard let rule = core.definition.errors.refusal, core.isJSON(http.headers, request.definition),
            rule.verdict(on: http.body) == .refused
        else { return nil }
        let body = ErrorBody(http.body, core.definition.errors)
        let status = body.code.flatMap { rule.statuses[$0] }
        join(status.map { DeliveryCertainty(status: $0, method: request.definition.method) } ?? .rejected)
        let shown = body.masked(by: core.mask)
        let message = shown.message ?? "refused with HTTP \(http.status)"
        return .failure(
            report(.answered, message, http, shown, status),
            status.map { .answered(status: $0, isReplayed: http.isReplayed) } ?? .final
        )
    }

    /// Whether the server says that the version which the request names is still the one.
    private func isUnchanged(_ http: ResponseMetadata) -> Bool {
        http.status == 304 && request.definition.revalidates && request.headers[.ifNoneMatch] != nil
    }

    private func tell(_ end: End, since start: Duration) {
        switch end {
        case .success(let http): observation?.attemptEnded(attempts, since: start, http, nil)
        case .failure(let report, _):
            observation?.attemptEnded(attempts, since: start, report.http, ObservedError(report))
        }
    }

    private mutating func note(_ response: TransportResponse) -> ResponseMetadata {
        let http = core.metadata(of: response, attempts: attempts, request: request.record)
        core.remember(http)
        answer = http
        return http
    }

    /// Notes what a failure tells; gives the answer that broke off, if one had begun.
    private mutating func note(_ error: TransportError) -> ResponseMetadata? {
        join(certainty(after: error.progress))
        guard case .answered(let response) = error.progress else {
            answer = nil
            return nil
        }
        return note(response)
    }

    private func certainty(after progress: TransportError.Progress) -> DeliveryCertainty {
        let certainty = DeliveryCertainty(progress, method: request.definition.method)
        // What was lost of the answer may have been a refusal.
        return certainty == .accepted && core.definition.errors.refusal != nil ? .unknown : certainty
    }

    private mutating func join(_ certainty: DeliveryCertainty) {
        delivery = delivery.joined(with: certainty)
    }

    // MARK: Trying again

    /// How long to wait before the next attempt; throws the report where there is to be none.
    private func delay(after outcome: AttemptOutcome, _ report: FailureReport) throws(FailureReport) -> Duration {
        let decision = RetryDecision.after(
            outcome,
            attempt: refusedToken == nil ? attempts : attempts - 1,
            under: limits.rule,
            retryAfter: report.retryAfter,
            random: core.clock.unitRandom(),
            spread: core.clock.unitRandom()
        )
        guard case .retry(let delay) = decision else { throw report }
        // A wait that would pass the deadline is not begun: its end is known.
        if let deadline, core.clock.uptime() + delay >= deadline { throw report }
        return delay
    }

    private func pause(before report: FailureReport, _ delay: Duration) async throws(FailureReport) {
        let wait = ObservedWait(
            duration: delay,
            nextAttempt: attempts + 1,
            maxAttempts: limits.rule.maxAttempts,
            error: ObservedError(report)
        )
        core.logRetry(wait, report)
        observation?.waitBegan(wait)
        guard delay > .zero else { return }
        do {
            try await core.clock.sleep(delay)
        } catch {
            throw cancelled(answer)
        }
    }
}
