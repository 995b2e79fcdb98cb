import WaybillRuntime

/// The rules, each of which a run without it has lost messages by, or sent them twice. They look at nothing but what they are given.
extension OutboxRules {
    /// Why a request that was taken must not be sent; nil where it may.
    ///
    /// What is not pending was never sent, or came back as not carried out. All else may have been carried out already.
    func obstacle(to taken: TakenRequest, _ request: FilledRequest) -> OutboxEnding? {
        guard let pending = taken.pending else { return nil }
        guard request.isRetrySafe else {
            return .inDoubt(failure: "its worker ended while it was being sent, and it must not be sent again")
        }
        guard taken.attempt <= retries.attempts else {
            return .inDoubt(failure: "none of \(retries.attempts) attempts came to a clear end")
        }
        if request.idempotencyKey != nil, !isKnown(request.idempotencyKeyLifetime ?? keyLifetime, after: pending) {
            return .inDoubt(failure: "the server may have forgotten its idempotency key")
        }
        return nil
    }

    /// Whether a server still knows a key when an attempt arrives that begins now: there is a tenth to spare.
    private func isKnown(_ lifetime: Duration, after pending: Duration) -> Bool {
        pending + limit <= lifetime && pending <= lifetime / 10 * 9
    }

    /// What an attempt leads to.
    ///
    /// - Parameter random: From 0 to 1, for the wait before another attempt.
    func ending(
        of taken: TakenRequest,
        _ request: FilledRequest,
        after outcome: OutboxOutcome,
        random: Double = 0
    ) -> OutboxEnding {
        let isPending = taken.pending != nil
        switch outcome.delivery {
        case .accepted:
            return .sent(answer: outcome.answer)
        case .notSent where outcome.isUntried:
            // A queue that waits for its places is no failure, however often it is told to wait.
            let delay = limit / 2 + limit / 2 * min(max(random, 0), 1)
            return .waits(delay, isPending: isPending, isCounted: false, failure: outcome.failure)
        case .notSent:
            return again(taken, isPending: isPending, outcome, random)
        case .rejected where isPending:
            return rejectedAgain(taken, request, outcome, random)
        case .rejected:
            // The credentials, or the rate, are nothing that is wrong with this request.
            return [401, 429].contains(outcome.status)
                ? again(taken, isPending: false, outcome, random) : .refused(failure: outcome.failure)
        case .unknown:
            guard request.isRetrySafe else { return .inDoubt(failure: outcome.failure) }
            // What a server has stored for a key, it repeats for as long as it knows it.
            if outcome.isReplayed { return .inDoubt(failure: outcome.failure + ", which the server has stored") }
            return again(taken, isPending: true, outcome, random)
        }
    }

    /// What a no means where an earlier attempt may have been carried out.
    private func rejectedAgain(
        _ taken: TakenRequest,
        _ request: FilledRequest,
        _ outcome: OutboxOutcome,
        _ random: Double
    ) -> OutboxEnding {
        // The stored answer of the earlier attempt: that one was refused.
        if outcome.isReplayed { return .refused(failure: outcome.failure) }
        switch outcome.status {
        // The server has not looked for the key (RFC 9110, section 15.5), or the earlier attempt is still running (409).
        case 401, 403, 407, 409, 425, 429: return again(taken, isPending: true, outcome, random)
        // A server that knew the key would have repeated its answer: the earlier attempt was not carried out.
        case _ where request.idempotencyKey != nil || ["GET", "HEAD", "OPTIONS"].contains(request.method):
            return .refused(failure: outcome.failure)
        // Such as 404 for what the earlier attempt has deleted.
        default: return .inDoubt(failure: outcome.failure + " after an attempt that came to no clear end")
        }
    }

    private func again(_ taken: TakenRequest, isPending: Bool, _ outcome: OutboxOutcome, _ random: Double)
        -> OutboxEnding
    {
        let delay = retries.delay(after: taken.attempt, retryAfter: outcome.retryAfter, random: random)
        guard let delay else {
            return isPending ? .inDoubt(failure: outcome.failure) : .refused(failure: outcome.failure)
        }
        // The server may be at work on what came to no clear end.
        let least = outcome.delivery == .unknown ? lease : .zero
        return .waits(max(delay, least), isPending: isPending, failure: outcome.failure)
    }
}
