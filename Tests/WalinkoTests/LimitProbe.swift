import Synchronization
import Walinko

/// A transport that is never there, and remembers with which limits it was asked.
final class LimitProbe: Transport {
    private let requests = Mutex<[TransportRequest]>([])

    var seen: [TransportRequest] { requests.withLock { $0 } }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        requests.withLock { $0.append(request) }
        throw TransportError(progress: .neverSent, reason: .refused)
    }
}
