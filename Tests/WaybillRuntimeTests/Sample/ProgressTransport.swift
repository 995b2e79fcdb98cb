import WaybillRuntime

/// A transport that never answers, and says how far it came when it is cancelled.
final class ProgressTransport: Transport {
    private let progress: TransportError.Progress
    private let stream: AsyncStream<Void>
    private let started: AsyncStream<Void>.Continuation

    init(progress: TransportError.Progress) {
        self.progress = progress
        (stream, started) = AsyncStream.makeStream(of: Void.self)
    }

    func send(_: TransportRequest) async throws(TransportError) -> TransportResponse {
        started.finish()
        let (silence, continuation) = AsyncStream.makeStream(of: Never.self)
        defer { continuation.finish() }
        for await _ in silence {}
        throw TransportError(progress: progress, reason: .cancelled)
    }

    /// Returns once a request is under way.
    func waitUntilBusy() async {
        for await _ in stream {}
    }
}
