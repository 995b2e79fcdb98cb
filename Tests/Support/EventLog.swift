package import HTTPTypes
import Synchronization
package import WaybillRuntime

/// An observer that writes down what it is told, a line for each event, in full.
package final class EventLog: Observer {
    private let storage = Mutex<[String]>([])
    private let ids = Mutex<[ObservationID]>([])
    private let fields: HTTPFields

    /// Makes an empty log.
    /// - Parameter fields: What every attempt is to carry.
    package init(adding fields: HTTPFields = HTTPFields()) {
        self.fields = fields
    }

    /// The lines so far.
    package var lines: [String] { storage.withLock { $0 } }

    /// The calls and deliveries that began, in this order.
    package var began: [ObservationID] { ids.withLock { $0 } }

    package func callBegan(_ call: ObservedCall) {
        ids.withLock { $0.append(call.id) }
        note("call began: \(call.api) \(call.operation) \(call.method) \(call.path ?? "?") at \(call.host)")
    }

    package func attemptBegan(_ number: Int, of call: ObservedCall, adding fields: inout HTTPFields) {
        note("attempt \(number) began")
        fields.append(contentsOf: self.fields)
    }

    package func attemptEnded(_ attempt: ObservedAttempt, of call: ObservedCall) {
        let facts: [String?] = [
            attempt.status.map { "status \($0)" }, attempt.error.map { "error \($0)" },
            attempt.requestID.map { "request id \($0)" }, attempt.rateLimit?.remaining.map { "remaining \($0)" },
        ]
        note("attempt \(attempt.number) ended after \(attempt.duration): " + Self.list(facts))
    }

    package func waitBegan(_ wait: ObservedWait, of call: ObservedCall) {
        note("wait of \(wait.duration) before attempt \(wait.nextAttempt)/\(wait.maxAttempts): \(wait.error)")
    }

    package func callEnded(_ result: ObservedResult, of call: ObservedCall) {
        let facts: [String?] = [
            "attempts \(result.attempts)", result.status.map { "status \($0)" }, result.error.map { "error \($0)" },
            "delivery \(result.delivery.rawValue)", result.unreadCount > 0 ? "unread \(result.unreadCount)" : nil,
            result.isReplayed ? "replayed" : nil,
        ]
        note("call ended after \(result.duration): " + Self.list(facts))
    }

    package func deliveryBegan(_ delivery: ObservedDelivery) {
        ids.withLock { $0.append(delivery.id) }
        note("delivery began: \(delivery.webhook)")
    }

    package func deliveryEnded(_ result: ObservedDeliveryResult, of delivery: ObservedDelivery) {
        let facts: [String?] = [
            result.outcome.rawValue, result.status.map { "status \($0)" },
            result.isRecognized ? nil : "not recognized", result.unreadCount > 0 ? "unread \(result.unreadCount)" : nil,
        ]
        note("delivery ended after \(result.duration): " + Self.list(facts))
    }

    private func note(_ line: String) { storage.withLock { $0.append(line) } }

    private static func list(_ facts: [String?]) -> String { facts.compactMap(\.self).joined(separator: ", ") }
}
