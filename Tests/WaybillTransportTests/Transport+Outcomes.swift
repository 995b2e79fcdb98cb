import WaybillRuntime

extension Transport {
    /// The error that a request ends with; nil where it is answered.
    func failure(of request: TransportRequest) async -> TransportError? {
        do {
            _ = try await send(request)
            return nil
        } catch {
            return error
        }
    }

    /// Cancels a request after a while; gives its error and how long it took to return from then on.
    func failure(
        of request: TransportRequest,
        cancelledAfter delay: Duration
    ) async throws -> (error: TransportError?, delay: Duration) {
        let task = Task { await failure(of: request) }
        try await Task.sleep(for: delay)
        let start = ContinuousClock.now
        task.cancel()
        return (await task.value, ContinuousClock.now - start)
    }

    /// Sends a request and measures how long that takes.
    func timed(_ request: TransportRequest) async -> (error: TransportError?, duration: Duration) {
        let start = ContinuousClock.now
        let error = await failure(of: request)
        return (error, ContinuousClock.now - start)
    }
}
