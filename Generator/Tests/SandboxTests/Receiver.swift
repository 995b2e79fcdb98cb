import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

@testable import Sandbox

/// A receiver of webhooks on loopback, which answers with statuses one after the other and keeps what it got.
final class Receiver: Sendable {
    private struct State {
        var statuses: [Int]
        var messages: [WebhookMessage] = []
    }

    private let state: Mutex<State>
    private let hang: Duration?

    /// - Parameters:
    ///   - statuses: The answers; the last one stays.
    ///   - hang: How long each answer is held back.
    init(answering statuses: [Int], hang: Duration? = nil) {
        state = Mutex(State(statuses: statuses))
        self.hang = hang
    }

    /// What has come so far.
    var messages: [WebhookMessage] { state.withLock { $0.messages } }

    /// Listens while the body runs, which takes the URL.
    func run(_ body: (String) async throws -> Void) async throws {
        let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled)
        await server.appendRoute("*") { [self] request in try await answer(request) }
        let task = Task { try await server.run() }
        defer { task.cancel() }
        try await server.waitUntilListening()
        guard case .ip4(_, let port)? = await server.listeningAddress else { throw SandboxFailure.notListening }
        try await body("http://127.0.0.1:\(port)/hooks")
    }

    private func answer(_ request: HTTPRequest) async throws -> HTTPResponse {
        let body = Array(try await request.bodyData)
        let headers = request.headers.map { (name: $0.key.rawValue, value: $0.value) }
        if let hang { try await Task.sleep(for: hang) }
        let status = state.withLock { state in
            state.messages.append(WebhookMessage(headers: headers, body: body))
            return state.statuses.count > 1 ? state.statuses.removeFirst() : state.statuses.first ?? 200
        }
        var fields = HTTPHeaders()
        if (300...399).contains(status) { fields.addValue("/elsewhere", for: HTTPHeader("Location")) }
        return HTTPResponse(statusCode: HTTPStatusCode(status, phrase: "Status"), headers: fields)
    }
}
