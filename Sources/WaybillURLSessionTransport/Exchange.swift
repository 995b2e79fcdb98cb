import Foundation
import HTTPTypes
import Synchronization
import WaybillRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One request and its answer, as far as it has come; it is finished once, by whoever comes first.
final class Exchange: Sendable {
    typealias Outcome = Result<TransportResponse, TransportError>

    private struct State {
        var continuation: CheckedContinuation<Outcome, Never>?
        var outcome: Outcome?
        var response = TransportResponse(status: 0, headers: HTTPFields(), body: [])
    }

    private let limit: Int
    private let method: HTTPRequest.Method
    private let state = Mutex(State())

    init(limit: Int, method: HTTPRequest.Method) {
        self.limit = limit
        self.method = method
    }

    /// Begins to wait; an outcome that is there already is delivered at once.
    func begin(_ continuation: CheckedContinuation<Outcome, Never>) {
        let outcome = state.withLock { state in
            if state.outcome == nil { state.continuation = continuation }
            return state.outcome
        }
        if let outcome { continuation.resume(returning: outcome) }
    }

    /// Ends the exchange with an error, and with what has come of the answer; later ends have no effect.
    func fail(_ error: TransportError) {
        finish { response in
            guard response.status != 0 else { return .failure(error) }
            return .failure(
                TransportError(progress: .answered(response), reason: error.reason, detail: error.detail)
            )
        }
    }

    private func finish(_ outcome: (TransportResponse) -> Outcome) {
        let (end, continuation) = state.withLock { state -> (Outcome?, CheckedContinuation<Outcome, Never>?) in
            guard state.outcome == nil else { return (nil, nil) }
            state.outcome = outcome(state.response)
            defer { state.continuation = nil }
            return (state.outcome, state.continuation)
        }
        if let end { continuation?.resume(returning: end) }
    }

    /// Takes the head of the answer; false where the answer is refused.
    func receive(_ response: URLResponse) -> Bool {
        let response = response as? HTTPURLResponse
        // FoundationNetworking hands on informational answers; 101 is the last that comes.
        if let status = response?.statusCode, (100...199).contains(status), status != 101 { return true }
        guard let response, (200...599).contains(response.statusCode) else {
            let detail = "the answer has no HTTP status"
            fail(TransportError(progress: .unknown, reason: .protocolViolation, detail: detail))
            return false
        }
        state.withLock { state in
            state.response.status = response.statusCode
            state.response.headers = HTTPFields(response)
        }
        guard method == .head || response.expectedContentLength <= Int64(limit) else {
            refuseSize()
            return false
        }
        return true
    }

    /// Takes a part of the body; false where the body is larger than allowed.
    func receive(_ data: Data) -> Bool {
        let isTaken = state.withLock { state in
            guard data.count <= limit - state.response.body.count else { return false }
            state.response.body.append(contentsOf: data)
            return true
        }
        if !isTaken { refuseSize() }
        return isTaken
    }

    /// Takes the end of the task, and the head that it has then.
    func complete(_ error: (any Error)?, response: URLResponse?) {
        if let error { return fail(TransportError(error)) }
        // FoundationNetworking hands on a redirect only if it could follow it.
        if let response, state.withLock({ $0.response.status == 0 }), !receive(response) { return }
        finish { response in
            guard response.status != 0 else {
                let detail = "the stream ended without an answer"
                return .failure(TransportError(progress: .unknown, reason: .closed, detail: detail))
            }
            return .success(response)
        }
    }

    private func refuseSize() {
        fail(TransportError(progress: .unknown, reason: .bodyTooLarge(limit: limit)))
    }
}
