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

    /// Cancels a request once something has happened; gives its error.
    func failure(
        of request: TransportRequest,
        cancelledOnce isUnderWay: () async throws -> Void
    ) async throws -> TransportError? {
        let task = Task { await failure(of: request) }
        defer { task.cancel() }
        try await isUnderWay()
        task.cancel()
        return await task.value
    }

    /// Cancels a request while it connects, which nothing shows from outside: where it ends otherwise than expected, it
    /// may not even have begun, and the next one is given more time to.
    func failureConnecting(
        _ request: TransportRequest,
        expecting progress: TransportError.Progress
    ) async throws -> TransportError? {
        var request = request
        request.connectTimeout = .seconds(600)
        var error: TransportError?
        for patience in [Duration.milliseconds(100), .seconds(1), .seconds(10)] where error?.progress != progress {
            error = try await failure(of: request) { try await Task.sleep(for: patience) }
        }
        return error
    }
}
