#if os(Linux)
import NIOCore
import Synchronization
import WaybillRuntime

/// Bounds how many requests to one endpoint are under way; the others wait for their turn, in the order in which they came.
final class CallTurns: Sendable {
    private struct Line {
        var underWay = 0
        var waiting: [Int: CheckedContinuation<Bool, Never>] = [:]
        /// The tickets in their order, those of the cancelled among them.
        var order = CircularBuffer<Int>()

        mutating func popFirst() -> CheckedContinuation<Bool, Never>? {
            while let ticket = order.popFirst() {
                if let waiter = waiting.removeValue(forKey: ticket) { return waiter }
            }
            return nil
        }
    }

    private let limit: Int
    private let lines = Mutex<[Endpoint: Line]>([:])
    private let tickets = Atomic(0)

    init(limit: Int) {
        self.limit = limit
    }

    /// How many endpoints have requests under way.
    var endpointCount: Int { lines.withLock { $0.count } }

    /// How many requests wait for their turn.
    var waitingCount: Int { lines.withLock { $0.values.reduce(0) { $0 + $1.waiting.count } } }

    /// Waits until a request may be sent, whose turn ``end(_:)`` ends; false where it is cancelled or stopped meanwhile.
    func begin(_ endpoint: Endpoint, _ stop: RequestStop = RequestStop()) async -> Bool {
        let ticket = tickets.add(1, ordering: .relaxed).newValue
        return await stop.wait {
            await withCheckedContinuation { waiter in
                if let isTurn = enter(waiter, ticket, endpoint, stop) { waiter.resume(returning: isTurn) }
            }
        } onStop: {
            self.lines.withLock { $0[endpoint]?.waiting.removeValue(forKey: ticket) }?.resume(returning: false)
        }
    }

    /// Gives the turn to the request that has waited longest.
    func end(_ endpoint: Endpoint) {
        let next = lines.withLock { lines in
            let next = lines[endpoint]?.popFirst()
            if next == nil { lines[endpoint]?.underWay -= 1 }
            if lines[endpoint]?.underWay == 0 { lines[endpoint] = nil }
            return next
        }
        next?.resume(returning: true)
    }

    /// Takes a turn where one is free (true) or nobody wants it (false); else puts the waiter into the line.
    private func enter(
        _ waiter: CheckedContinuation<Bool, Never>,
        _ ticket: Int,
        _ endpoint: Endpoint,
        _ stop: RequestStop
    ) -> Bool? {
        lines.withLock { lines in
            // Who is cancelled or stopped after this is found by that, which takes the same lock.
            if stop.isStopped { return false }
            if lines[endpoint, default: Line()].underWay < limit {
                lines[endpoint, default: Line()].underWay += 1
                return true
            }
            lines[endpoint]?.waiting[ticket] = waiter
            lines[endpoint]?.order.append(ticket)
            return nil
        }
    }
}
#endif
