import Synchronization

/// What sends events: each several times, in any order, and again until it is acknowledged, as services do.
struct Service: Sendable {
    /// What came of the deliveries.
    struct Account: Sendable {
        var acknowledged: Set<String> = []
        var deliveries = 0
        /// Copies that were not acknowledged as often as they were sent.
        var givenUp = 0
    }

    let receivers: Receivers
    /// How many deliveries are under way at once.
    let lanes: Int
    /// How often a copy is sent that is not acknowledged.
    let tries: Int

    func deliver(_ events: [String], copies: Int) async -> Account {
        let ledger = Ledger((0..<copies).flatMap { _ in events }.shuffled())
        await withDiscardingTaskGroup { group in
            for _ in 0..<lanes {
                group.addTask {
                    while let event = ledger.queue.withLock({ $0.popLast() }) { await deliver(event, ledger) }
                }
            }
        }
        return ledger.account.withLock { $0 }
    }

    private func deliver(_ event: String, _ ledger: Ledger) async {
        for _ in 0..<tries {
            let status = await receivers.deliver(event)
            ledger.account.withLock { $0.deliveries += 1 }
            if status == 200 {
                ledger.account.withLock { _ = $0.acknowledged.insert(event) }
                return
            }
            try? await Task.sleep(for: .milliseconds(Int.random(in: 350...1_000)))
        }
        ledger.account.withLock { $0.givenUp += 1 }
    }

    private final class Ledger: Sendable {
        let queue: Mutex<[String]>
        let account = Mutex(Account())

        init(_ queue: [String]) { self.queue = Mutex(queue) }
    }
}
