import Synchronization
import WaybillRuntime

/// What a dashboard of messaging needs, gathered by an observer and printed as a table.
///
/// A program would leave this to `MetricsObserver` or `TracingObserver`; it shows what they see.
final class Dashboard: Observer {
    private struct Row {
        var calls = 0
        var attempts = 0
        var waited = Duration.zero
        var unsafe = 0
        var unread = 0
        var slowest = Duration.zero
        var errors: [String: Int] = [:]
    }

    private struct State {
        var rows: [String: Row] = [:]
        var deliveries: [String: [ObservedDeliveryResult.Outcome: Int]] = [:]
        var remaining: [String: Int] = [:]
        var active = 0
    }

    private let state = Mutex(State())

    func callBegan(_ call: ObservedCall) { state.withLock { $0.active += 1 } }

    func attemptEnded(_ attempt: ObservedAttempt, of call: ObservedCall) {
        state.withLock { $0.remaining[call.api] = attempt.rateLimit?.remaining ?? $0.remaining[call.api] }
    }

    func waitBegan(_ wait: ObservedWait, of call: ObservedCall) { change(call) { $0.waited += wait.duration } }

    func callEnded(_ result: ObservedResult, of call: ObservedCall) {
        state.withLock { $0.active -= 1 }
        change(call) { row in
            row.calls += 1
            row.attempts += result.attempts
            row.slowest = max(row.slowest, result.duration)
            row.unread += result.unreadCount
            if result.delivery == .unknown { row.unsafe += 1 }
            if let error = result.error { row.errors[error.rawValue, default: 0] += 1 }
        }
    }

    func deliveryEnded(_ result: ObservedDeliveryResult, of delivery: ObservedDelivery) {
        state.withLock { $0.deliveries[delivery.webhook, default: [:]][result.outcome, default: 0] += 1 }
    }

    private func change(_ call: ObservedCall, _ change: (inout Row) -> Void) {
        state.withLock { change(&$0.rows["\(call.api) \(call.operation)", default: Row()]) }
    }

    /// Prints all that was seen.
    func show() {
        let state = state.withLock { $0 }
        print("\nWhat a dashboard would show")
        Self.show(["operation", "calls", "attempts", "waited", "slowest", "fate unknown", "unread", "errors"])
        for (name, row) in state.rows.sorted(by: { $0.key < $1.key }) {
            let errors = row.errors.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
            Self.show([
                name, "\(row.calls)", "\(row.attempts)", Self.text(row.waited), Self.text(row.slowest), "\(row.unsafe)",
                "\(row.unread)", errors.isEmpty ? "-" : errors.joined(separator: ", "),
            ])
        }
        for (webhook, outcomes) in state.deliveries.sorted(by: { $0.key < $1.key }) {
            let counts = outcomes.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.value) \($0.key.rawValue)" }
            tell("\(webhook): \(counts.joined(separator: ", "))")
        }
        for (api, remaining) in state.remaining.sorted(by: { $0.key < $1.key }) {
            tell("\(api): \(remaining) requests are left")
        }
        tell("\(state.active) calls are under way")
    }

    private static func show(_ cells: [String]) {
        let widths = [36, 7, 10, 9, 9, 14, 8, 0]
        let padded = zip(cells, widths).map { cell, width in
            cell + String(repeating: " ", count: max(0, width - cell.count))
        }
        tell(padded.joined())
    }

    private static func text(_ duration: Duration) -> String {
        "\(Int(duration / .milliseconds(1))) ms"
    }
}
