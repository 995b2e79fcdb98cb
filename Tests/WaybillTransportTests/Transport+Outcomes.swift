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
}
