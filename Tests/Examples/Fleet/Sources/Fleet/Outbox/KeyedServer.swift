import Foundation
import Synchronization
import Walinko

/// A server that honours idempotency keys and fails in every way: before a message goes out, after it, and in the answer.
final class KeyedServer: Sendable {
    private enum Key {
        case running
        case done
    }

    private struct State {
        var keys: [String: Key] = [:]
        var messages: [String: Int] = [:]
    }

    let url: String
    private let listener: HTTPListener
    private let state: Mutex<State>

    init() throws {
        listener = try HTTPListener()
        url = "http://127.0.0.1:\(listener.port)"
        state = Mutex(State())
        listener.start { [weak self] in self?.answer($0) }
    }

    /// How often the message of each order went out.
    var messages: [String: Int] { state.withLock { $0.messages } }

    /// Answers, or cuts the connection.
    private func answer(_ request: HTTPListener.Request) -> HTTPListener.Answer? {
        let chance = Int.random(in: 0..<100)
        if chance < 1 { return nil }
        if chance < 3 { return HTTPListener.Answer(429, #"{"error_code":"rate_limited"}"#) }
        guard let key = request.headers["idempotency-key"],
            let order = (try? JSONValue(parsing: request.body))?["variables"]?["order"]?.stringValue
        else { return HTTPListener.Answer(400, #"{"error_code":"bad_request"}"#) }
        let known = state.withLock { state in
            defer { if state.keys[key] == nil { state.keys[key] = .running } }
            return state.keys[key]
        }
        switch known {
        case .running: return HTTPListener.Answer(409, #"{"error_code":"idempotency_conflict"}"#)
        case .done: return HTTPListener.Answer(200, Self.sent, headers: ["Idempotent-Replayed: true"])
        case nil: break
        }
        Thread.sleep(forTimeInterval: Double.random(in: 0...0.1))
        state.withLock { state in
            state.messages[order, default: 0] += 1
            state.keys[key] = .done
        }
        if chance < 5 { return nil }
        return chance < 8
            ? HTTPListener.Answer(500, #"{"error_code":"internal"}"#) : HTTPListener.Answer(200, Self.sent)
    }

    private static let sent = #"{"data":{"tracking_id":"tx_00000000000000000000000000000000","status":"sent"}}"#
}
