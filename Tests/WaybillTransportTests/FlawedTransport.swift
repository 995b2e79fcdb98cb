import HTTPTypes
import Synchronization
import WaybillRuntime
import WaybillTransport

/// The platform's transport with one thing wrong about it.
final class FlawedTransport: Transport {
    enum Flaw: String, CaseIterable, Sendable {
        case sendsSuccessesTwice
        case sendsAgainAfterFailures
        case forgetsTheHead
        case saysNeverSent
        case givesCutBodies
        case throwsAtStatuses
        case followsRedirects
        case keepsCookies
        case caches
        case answersChallenges
        case ignoresCancellation
        case callsCancellationsFailures
        case ignoresTheBodyLimit
        case ignoresTheConnectLimit
        case addsFields
        case decodesPaths
        case tellsURLs
    }

    private struct State {
        var cookie: String?
        var cache: [String: TransportResponse] = [:]
    }

    private let flaw: Flaw
    private let base = DefaultTransport.shared
    private let state = Mutex(State())

    init(_ flaw: Flaw) {
        self.flaw = flaw
    }

    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        do {
            return try await answer(to: prepared(request))
        } catch {
            return try await second(request, after: error)
        }
    }

    private func prepared(_ request: TransportRequest) -> TransportRequest {
        var request = request
        switch flaw {
        case .ignoresTheBodyLimit: request.maxResponseBytes = .max
        case .ignoresTheConnectLimit: request.connectTimeout = .seconds(600)
        case .addsFields: request.headers[.acceptEncoding] = "gzip"
        case .decodesPaths: request.url = request.url.replacing("%2F", with: "/")
        case .keepsCookies: request.headers[.cookie] = state.withLock { $0.cookie }
        default: break
        }
        return request
    }

    private func answer(to request: TransportRequest) async throws(TransportError) -> TransportResponse {
        if flaw == .caches, request.method == .get, let known = state.withLock({ $0.cache[request.url] }) {
            return known
        }
        let response = try await flaw == .ignoresCancellation ? deaf(request) : base.send(request)
        state.withLock { state in
            state.cookie = response.headers[.setCookie]
            state.cache[request.url] = response
        }
        return try await changed(response, request)
    }

    private func changed(
        _ response: TransportResponse,
        _ request: TransportRequest
    ) async throws(TransportError) -> TransportResponse {
        switch (flaw, response.status) {
        case (.sendsSuccessesTwice, 200...299), (.answersChallenges, 401): return try await base.send(request)
        case (.throwsAtStatuses, 400...): throw TransportError(progress: .answered(response), reason: .other)
        case (.followsRedirects, 300...399):
            guard let target = response.headers[.location], target.hasPrefix("http:") else { return response }
            var next = request
            next.url = target
            return try await base.send(next)
        default: return response
        }
    }

    /// Sends without hearing of the cancellation.
    private func deaf(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        let task = Task.detached { [base] () -> Result<TransportResponse, TransportError> in
            do throws(TransportError) {
                return .success(try await base.send(request))
            } catch {
                return .failure(error)
            }
        }
        return try await task.value.get()
    }

    private func second(
        _ request: TransportRequest,
        after error: TransportError
    ) async throws(TransportError) -> TransportResponse {
        switch (flaw, error.progress) {
        case (.sendsAgainAfterFailures, _): return try await base.send(request)
        case (.forgetsTheHead, .answered): throw TransportError(progress: .unknown, reason: error.reason)
        case (.saysNeverSent, _): throw TransportError(progress: .neverSent, reason: error.reason)
        case (.givesCutBodies, .answered(let response)): return response
        case (.callsCancellationsFailures, _) where error.reason == .cancelled:
            throw TransportError(progress: error.progress, reason: .closed)
        case (.tellsURLs, _):
            throw TransportError(progress: error.progress, reason: error.reason, detail: request.url)
        default: throw error
        }
    }
}
