import Synchronization
import WaybillRuntime

/// A transport that takes no notice of a cancellation, and answers when it is told to; later requests have stubbed
/// answers.
final class DeafTransport: Transport {
    private struct State {
        var continuation: CheckedContinuation<TransportResponse, Never>?
        var isBusy = false
        var hasAnswered = false
    }

    private let next: any Transport
    private let state = Mutex(State())
    private let cancellation = AsyncStream.makeStream(of: Void.self)

    init(then next: any Transport) {
        self.next = next
    }

    /// Whether the first request has returned.
    var hasAnswered: Bool { state.withLock(\.hasAnswered) }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        let isFirst = state.withLock { state in
            defer { state.isBusy = true }
            return !state.isBusy
        }
        guard isFirst else { return try await next.send(request) }
        let response = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in state.withLock { $0.continuation = continuation } }
        } onCancel: {
            cancellation.continuation.finish()
        }
        state.withLock { $0.hasAnswered = true }
        return response
    }

    /// Returns once the first request is under way.
    func waitUntilBusy() async {
        while state.withLock({ $0.continuation == nil }) { await Task.yield() }
    }

    /// Returns once the first request was cancelled.
    func waitUntilCancelled() async {
        for await _ in cancellation.stream {}
    }

    /// Lets the first request be answered at last.
    func answer(_ response: TransportResponse) {
        let continuation = state.withLock { state in
            defer { state.continuation = nil }
            return state.continuation
        }
        continuation?.resume(returning: response)
    }
}
