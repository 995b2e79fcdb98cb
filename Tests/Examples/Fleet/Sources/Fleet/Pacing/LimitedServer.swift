import Foundation
import Synchronization

/// A server that refuses what comes above its rate, and counts.
final class LimitedServer: Sendable {
    /// What it has seen.
    struct Account: Sendable {
        /// When requests came, in seconds.
        var arrivals: [Double] = []
        var sent = 0
        var refused = 0

        /// The most requests in any window, those included that were refused.
        func most(within window: Double) -> Int {
            let times = arrivals.sorted()
            var first = 0
            return times.indices.map { last in
                while times[last] - times[first] >= window { first += 1 }
                return last - first + 1
            }.max() ?? 0
        }

        /// From the first request to the last one.
        var seconds: Double { (arrivals.max() ?? 0) - (arrivals.min() ?? 0) }
    }

    let url: String
    private let listener: HTTPListener
    private let state = Mutex(Account())
    private let limit: Int
    private let window: Double

    var account: Account { state.withLock { $0 } }

    init(limit: Int, window: Double) throws {
        self.limit = limit
        self.window = window
        listener = try HTTPListener()
        url = "http://127.0.0.1:\(listener.port)"
        listener.start { [weak self] _ in self?.answer() }
    }

    private func answer() -> HTTPListener.Answer {
        let now = ProcessInfo.processInfo.systemUptime
        let isSent = state.withLock { account in
            account.arrivals.append(now)
            let isSent = account.arrivals.count { now - $0 < window } <= limit
            if isSent { account.sent += 1 } else { account.refused += 1 }
            return isSent
        }
        return isSent
            ? HTTPListener.Answer(
                200,
                #"{"data":{"tracking_id":"tx_00000000000000000000000000000000","status":"sent"}}"#
            )
            : HTTPListener.Answer(
                429,
                #"{"error_code":"rate_limited"}"#,
                headers: ["Retry-After: \(Int(window.rounded(.up)))"]
            )
    }
}
