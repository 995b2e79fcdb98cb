import Synchronization
import WaybillRuntime

/// A transport that never gets a connection, and remembers what it was to send.
final class RefusedTransport: Transport {
    private let state = Mutex<[TransportRequest]>([])

    var requests: [TransportRequest] { state.withLock { $0 } }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        state.withLock { $0.append(request) }
        throw TransportError(progress: .neverSent, reason: .refused)
    }
}
