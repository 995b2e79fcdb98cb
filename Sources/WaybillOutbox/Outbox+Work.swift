import WaybillRuntime

extension Outbox {
    /// Sends one request that is due, and records what became of it.
    ///
    /// What has begun is brought to its end, though the task be cancelled: that takes ``OutboxRules/limit`` at the most.
    ///
    /// - Returns: What came of it.
    /// - Throws: What the store throws. Where it could not record what became of a request, the request comes again when its lease has
    ///   ended: with its key it is carried out once all the same, and without one it is in doubt.
    public func work() async throws -> OutboxStep {
        if Task.isCancelled { throw CancellationError() }
        return try await Task { try await step() }.value
    }

    private func step() async throws -> OutboxStep {
        let begin = clock.uptime()
        guard let taken = try await store.take(from: name, lease: rules.lease) else { return .idle }
        let request: FilledRequest
        do {
            request = try FilledRequest(parsing: Array(taken.request.utf8))
        } catch {
            return try await end(taken, unreadable(taken))
        }
        if let obstacle = rules.obstacle(to: taken, request) { return try await end(taken, obstacle) }
        // The store's own time counts: nobody else takes the request, and the server is through with it, when the lease ends.
        let left = rules.limit - (clock.uptime() - begin)
        guard left > .zero else {
            let failure = "the store took longer than the limit of an attempt"
            return try await end(taken, .waits(.zero, isPending: taken.pending != nil, failure: failure))
        }
        let (outcome, http) = await send(request, within: left)
        let random = Double(clock.random() >> 11) * 0x1p-53
        return try await end(taken, rules.ending(of: taken, request, after: outcome, random: random), http)
    }

    /// One attempt: those of a call together could take longer than the lease.
    private func send(_ request: FilledRequest, within limit: Duration) async -> (OutboxOutcome, ResponseMetadata?) {
        let options = CallOptions(attemptTimeout: limit, callTimeout: limit, maxAttempts: 1)
        do {
            let http = try await client.resend(request, allowsDuplicate: true, options: options).http
            return (OutboxOutcome(http), http)
        } catch {
            let report = error.report
            return (OutboxOutcome(report), report.delivery == .accepted ? report.http : nil)
        }
    }

    /// Another release may have kept it: one that can read it may come.
    private func unreadable(_ taken: TakenRequest) -> OutboxEnding {
        let failure = "this release cannot read the request"
        let isPending = taken.pending != nil
        if let delay = rules.retries.delay(after: taken.attempt) {
            return .waits(max(delay, .seconds(60)), isPending: isPending, failure: failure)
        }
        return isPending ? .inDoubt(failure: failure) : .refused(failure: failure)
    }

    /// Records an ending, and tries that again where the store fails: without a key an ending that is lost is a doubt.
    private func end(_ taken: TakenRequest, _ ending: OutboxEnding, _ http: ResponseMetadata? = nil) async throws
        -> OutboxStep
    {
        var pauses: [Duration] = [.seconds(1), .milliseconds(100)]
        while true {
            do {
                let isOwn = try await store.end(taken, in: name, as: ending, keepFor: rules.keepFor)
                return isOwn ? Self.step(taken.id, ending, http) : .late(id: taken.id)
            } catch {
                guard let pause = pauses.popLast() else { throw error }
                try await clock.sleep(pause)
            }
        }
    }

    private static func step(_ id: String, _ ending: OutboxEnding, _ http: ResponseMetadata?) -> OutboxStep {
        switch ending {
        case .sent: .sent(id: id, http: http)
        case .refused(let failure): .refused(id: id, failure: failure)
        case .inDoubt(let failure): .inDoubt(id: id, failure: failure)
        case .waits(_, _, _, let failure): .waits(id: id, failure: failure)
        }
    }
}
