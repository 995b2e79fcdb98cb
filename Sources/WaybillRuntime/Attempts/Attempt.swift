/// One attempt: a request raced against a time limit and against the caller's cancellation.
struct Attempt: Sendable {
    typealias Limit = (duration: Duration, expiry: ExpiredTimeout)

    enum Result: Sendable {
        case response(TransportResponse)
        case failed(TransportError, AttemptEnd)
    }

    /// How long a cancelled transport may take to say how far the request came.
    static let grace = Duration.seconds(1)

    let transport: any Transport
    let clock: RuntimeClock
    let request: TransportRequest
    /// The transport where it can be stopped, and what keeps the limit then.
    var stoppable: (transport: any StoppableTransport, deadlines: DeadlineList)?
    /// What is left of a limit that begins anew with each piece of the answer, after nothing has come for so long.
    var renewal: @Sendable (_ idle: Duration) -> Limit? = { _ in nil }

    /// Sends the request, and cancels the transport when the limit passes or the caller is cancelled.
    ///
    /// The transport is waited for then, since only it knows how far the request came, but for the grace at most. A
    /// response that is complete by then counts: the server has done the work.
    func run(limit: Limit?) async -> Result {
        if let stoppable { return await run(limit: limit, on: stoppable.transport, stoppable.deadlines) }
        let race = AttemptRace()
        let sending = Task { race.finish(await send()) }
        let timing = limit.map { limit in Task { await expire(race, sending, after: limit) } }
        if let timing { race.keep(timing) }
        let outcome = await withTaskCancellationHandler {
            await race.outcome()
        } onCancel: {
            timing?.cancel()
            sending.cancel()
            race.keep(Task { await abandon(race) })
        }
        switch outcome {
        case .success(let response): return .response(response)
        case .failure(let error):
            if let expiry = race.expiry { return .failed(error, .limit(expiry)) }
            return .failed(error, Task.isCancelled ? .cancellation : .transport)
        }
    }

    /// Sends over a transport that ends its requests when it is told to: in the caller's task, and with no other one.
    private func run(limit: Limit?, on transport: any StoppableTransport, _ deadlines: DeadlineList) async -> Result {
        let stop = RequestStop()
        let kept = limit.map { AttemptLimit($0, stop: stop, renewal: renews) }
        let entry = kept.map { kept in deadlines.add(kept.duration) { kept.pass() } }
        defer { if let entry { deadlines.remove(entry) } }
        do {
            return .response(try await transport.send(request, stop: stop))
        } catch {
            if let expiry = kept?.expiry { return .failed(error, .limit(expiry)) }
            return .failed(error, Task.isCancelled ? .cancellation : .transport)
        }
    }

    /// What is left of a limit for an answer that comes in pieces; that of the call stays.
    private var renews: @Sendable (ExpiredTimeout) -> Limit? {
        { [renewal, receiver = request.receiver] expiry in
            guard expiry.limit == .attempt, let receiver else { return nil }
            return renewal(receiver.idle)
        }
    }

    private func send() async -> AttemptRace.Outcome {
        do {
            return .success(try await transport.send(request))
        } catch {
            return .failure(error)
        }
    }

    private func expire(_ race: AttemptRace, _ sending: Task<Void, Never>, after limit: Limit) async {
        var (left, expiry) = limit
        while left > .zero {
            guard (try? await clock.sleep(left)) != nil else { return }
            // An answer that comes in pieces has the limit for each of them; that of the call stays.
            guard let next = renews(expiry) else { break }
            (left, expiry) = next
        }
        race.expire(expiry)
        sending.cancel()
        await abandon(race)
    }

    /// Ends the race when the grace has passed.
    private func abandon(_ race: AttemptRace) async {
        guard (try? await clock.grace(Self.grace)) != nil else { return }
        let detail = "the transport did not return when it was cancelled"
        race.finish(.failure(TransportError(progress: .unknown, reason: .cancelled, detail: detail)))
    }
}
