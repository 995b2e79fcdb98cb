import Synchronization
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

/// A store that fails as it is told, like a database behind a network, and that does nothing in a cancelled task.
final class ScriptedStore: DeduplicationStore {
    enum Step: Hashable { case claim, complete, release }

    enum Fault {
        /// The store does not hear of the call.
        case notTaken
        /// The store does what it is asked, and its answer is lost.
        case answerLost
    }

    struct Call: Sendable {
        let step: Step
        let key: String
        let claim: ClaimID
        let time: Duration
    }

    let base: InMemoryDeduplicationStore
    private let faults: Mutex<[Step: [Fault]]>
    private let recorded = Mutex<[Call]>([])

    /// - Parameter faults: What becomes of the first calls of each step; the others succeed.
    init(clock: RuntimeClock = .system, _ faults: [Step: [Fault]] = [:]) {
        base = InMemoryDeduplicationStore(clock: clock)
        self.faults = Mutex(faults)
    }

    var calls: [Call] { recorded.withLock { $0 } }

    func claim(_ key: String, as claim: ClaimID, lease: Duration) async throws -> ClaimResult {
        try call(Call(step: .claim, key: key, claim: claim, time: lease)) {
            try base.claim(key, as: claim, lease: lease)
        }
    }

    func complete(_ key: String, _ claim: ClaimID, keepFor: Duration) async throws -> Bool {
        try call(Call(step: .complete, key: key, claim: claim, time: keepFor)) {
            base.complete(key, claim, keepFor: keepFor)
        }
    }

    func release(_ key: String, _ claim: ClaimID) async throws {
        try call(Call(step: .release, key: key, claim: claim, time: .zero)) { base.release(key, claim) }
    }

    private func call<Value>(_ call: Call, _ body: () throws -> Value) throws -> Value {
        try Task.checkCancellation()
        recorded.withLock { $0.append(call) }
        let fault = faults.withLock { faults in
            faults[call.step]?.isEmpty == false ? faults[call.step]?.removeFirst() : nil
        }
        if fault == .notTaken { throw WebhookSampleError.storeIsDown }
        let value = try body()
        if fault == .answerLost { throw WebhookSampleError.storeIsDown }
        return value
    }
}
