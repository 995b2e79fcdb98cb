/// One attempt: a request raced against a time limit.
struct Attempt: Sendable {
    enum Result: Sendable {
        case response(TransportResponse)
        case failed(TransportError, AttemptEnd)
    }

    private enum Racer: Sendable {
        case response(TransportResponse)
        case error(TransportError)
        case expired
        case sleepCancelled
    }

    let transport: any Transport
    let clock: RuntimeClock
    let request: TransportRequest

    /// Sends the request, and cancels the transport when the limit passes.
    ///
    /// The transport is awaited either way: only it knows how far the request came. A response that is complete by then
    /// counts, since the server has done the work.
    func run(limit: (duration: Duration, expiry: ExpiredTimeout)?) async -> Result {
        guard let limit else { return Self.result(await send(), nil) }
        return await withTaskGroup(of: Racer.self) { group in
            group.addTask { await send() }
            group.addTask { await sleep(limit.duration) }
            var expiry: ExpiredTimeout?
            while let racer = await group.next() {
                switch racer {
                case .expired:
                    expiry = limit.expiry
                    group.cancelAll()
                case .sleepCancelled: continue
                case .response, .error:
                    group.cancelAll()
                    return Self.result(racer, expiry)
                }
            }
            return .failed(TransportError(progress: .unknown, reason: .other), .transport)
        }
    }

    private func send() async -> Racer {
        do {
            return .response(try await transport.send(request))
        } catch {
            return .error(error)
        }
    }

    private func sleep(_ limit: Duration) async -> Racer {
        do {
            try await clock.sleep(limit)
            return .expired
        } catch {
            return .sleepCancelled
        }
    }

    private static func result(_ racer: Racer, _ expiry: ExpiredTimeout?) -> Result {
        switch racer {
        case .response(let response): return .response(response)
        case .error(let error):
            if let expiry { return .failed(error, .limit(expiry)) }
            return .failed(error, Task.isCancelled ? .cancellation : .transport)
        case .expired, .sleepCancelled:
            return .failed(TransportError(progress: .unknown, reason: .other), .transport)
        }
    }
}
