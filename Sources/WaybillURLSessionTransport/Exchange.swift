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

    /// Ends the exchange; later ends have no effect.
    func finish(_ outcome: Outcome) {
        let continuation = state.withLock { state -> CheckedContinuation<Outcome, Never>? in
            guard state.outcome == nil else { return nil }
            state.outcome = outcome
            defer { state.continuation = nil }
            return state.continuation
        }
        continuation?.resume(returning: outcome)
    }

    /// Takes the head of the answer; false where the answer is refused.
    func receive(_ response: URLResponse) -> Bool {
        guard let response = response as? HTTPURLResponse, (200...599).contains(response.statusCode) else {
            finish(
                .failure(
                    TransportError(
                        progress: .unknown,
                        reason: .protocolViolation,
                        detail: "the answer has no HTTP status"
                    )
                )
            )
            return false
        }
        guard method == .head || response.expectedContentLength <= Int64(limit) else {
            refuseSize(status: response.statusCode)
            return false
        }
        state.withLock { state in
            state.response = TransportResponse(status: response.statusCode, headers: HTTPFields(response), body: [])
        }
        return true
    }

    /// Takes a part of the body; false where the body is larger than allowed.
    func receive(_ data: Data) -> Bool {
        let refused = state.withLock { state -> Int? in
            guard data.count <= limit - state.response.body.count else { return state.response.status }
            state.response.body.append(contentsOf: data)
            return nil
        }
        if let refused { refuseSize(status: refused) }
        return refused == nil
    }

    /// Takes the end of the task.
    func complete(_ error: (any Error)?) {
        if let error {
            finish(.failure(TransportError(error)))
        } else {
            finish(completeOutcome())
        }
    }

    private func completeOutcome() -> Outcome {
        let response = state.withLock { $0.response }
        guard response.status != 0 else {
            return .failure(
                TransportError(progress: .unknown, reason: .closed, detail: "the stream ended without an answer")
            )
        }
        return .success(response)
    }

    private func refuseSize(status: Int) {
        finish(.failure(TransportError(progress: .answered(status: status), reason: .bodyTooLarge(limit: limit))))
    }
}
