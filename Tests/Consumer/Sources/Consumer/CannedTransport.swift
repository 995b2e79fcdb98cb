import HTTPTypes
import SimpleConnect
import Synchronization

/// A transport of the user's own: it answers from a list, and remembers what it was asked to send.
final class CannedTransport: Transport {
    private let state: Mutex<State>

    private struct State {
        var answers: [(status: Int, body: String)]
        var requests: [TransportRequest] = []
    }

    init(_ answers: [(status: Int, body: String)]) {
        state = Mutex(State(answers: answers))
    }

    var requests: [TransportRequest] {
        state.withLock { $0.requests }
    }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        let answer = state.withLock { state in
            state.requests.append(request)
            return state.answers.isEmpty ? nil : state.answers.removeFirst()
        }
        guard let answer else {
            throw TransportError(progress: .neverSent, reason: .refused)
        }
        return TransportResponse(status: answer.status, headers: HTTPFields(), body: Array(answer.body.utf8))
    }
}
