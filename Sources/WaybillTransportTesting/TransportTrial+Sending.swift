import FaultPeer
import WaybillRuntime

extension TransportTrial {
    /// Sends a request of a kind to a path of its own.
    func send(_ kind: RequestKind, to peer: FaultPeer, limit: Int = 1 << 20, as name: String? = nil) async
        -> SentRequest
    {
        await send(kind.request(to: peer.url, path: path(), limit: limit), to: peer, as: name)
    }

    /// Sends a request.
    ///
    /// - Parameters:
    ///   - peer: The server that it is for; nil where there is none.
    ///   - name: What it is called where it ends otherwise than expected.
    ///   - other: What to send it through in place of the transport that is checked.
    func send(
        _ request: TransportRequest,
        to peer: FaultPeer?,
        as name: String? = nil,
        through other: (any Transport)? = nil
    ) async -> SentRequest {
        await end(of: begin(request, through: other), of: request, to: peer, as: name)
    }

    /// Sends a request and cancels it once something has happened.
    func send(
        _ request: TransportRequest,
        to peer: FaultPeer?,
        as name: String? = nil,
        cancelledOnce isUnderWay: () async throws -> Void
    ) async throws -> SentRequest {
        let task = begin(request)
        defer { task.cancel() }
        try await isUnderWay()
        task.cancel()
        return await end(of: task, of: request, to: peer, as: name)
    }

    /// Sends a request in a task of its own, which outlives the check where the transport hangs.
    func begin(_ request: TransportRequest, through other: (any Transport)? = nil) -> Task<TransportOutcome, Never> {
        Task { [transport = other ?? transport] in await TransportOutcome(of: request, through: transport) }
    }

    /// Waits for the end of a request that was begun, as long as patience lasts.
    func end(
        of task: Task<TransportOutcome, Never>,
        of request: TransportRequest,
        to peer: FaultPeer?,
        as name: String? = nil
    ) async -> SentRequest {
        let outcome = await outcome(of: task)
        if let peer { note(outcome, of: request, to: peer) }
        return SentRequest(trial: self, name: name.map { "\($0), \(request)" } ?? "\(request)", outcome: outcome)
    }

    private func outcome(of task: Task<TransportOutcome, Never>) async -> TransportOutcome {
        let (ends, first) = AsyncStream.makeStream(of: TransportOutcome.self)
        let patience = patience
        let timer = Task {
            guard (try? await Task.sleep(for: patience)) != nil else { return }
            first.yield(.hung(after: patience))
            task.cancel()
        }
        Task { first.yield(await task.value) }
        defer { timer.cancel() }
        for await outcome in ends { return outcome }
        return .hung(after: patience)
    }
}
