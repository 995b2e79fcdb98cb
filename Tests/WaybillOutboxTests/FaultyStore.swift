import Synchronization
import WaybillOutbox

/// A store whose calls fail when they are told to, before the change or after it.
final class FaultyStore: OutboxStore {
    struct Away: Error {}

    enum Fault {
        case before
        case after
    }

    let store: InMemoryOutboxStore
    private let faults = Mutex<[Fault?]>([])

    init(clock: RuntimeClock) { store = InMemoryOutboxStore(clock: clock) }

    /// What the next calls that change something do.
    func fail(_ next: Fault?...) { faults.withLock { $0 = next } }

    private func change<Result>(_ body: () async throws -> Result) async throws -> Result {
        let fault = faults.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        if fault == .before { throw Away() }
        let result = try await body()
        if fault == .after { throw Away() }
        return result
    }

    func add(_ message: OutboxMessage) async throws -> Bool { try await change { await store.add(message) } }

    func take(from outbox: String, lease: Duration) async throws -> TakenRequest? {
        try await change { await store.take(from: outbox, lease: lease) }
    }

    func end(_ taken: TakenRequest, in outbox: String, as ending: OutboxEnding, keepFor: Duration) async throws -> Bool
    {
        try await change { await store.end(taken, in: outbox, as: ending, keepFor: keepFor) }
    }

    func move(
        _ id: String,
        in outbox: String,
        from states: Set<OutboxState>,
        to state: OutboxState,
        keepFor: Duration
    ) async throws -> Bool {
        try await change { await store.move(id, in: outbox, from: states, to: state, keepFor: keepFor) }
    }

    func row(_ id: String, in outbox: String) async -> OutboxRow? { await store.row(id, in: outbox) }

    func rows(in outbox: String, _ state: OutboxState, limit: Int) async -> [OutboxRow] {
        await store.rows(in: outbox, state, limit: limit)
    }

    func figures(of outbox: String) async -> OutboxFigures { await store.figures(of: outbox) }

    func removeEnded() async -> Int { await store.removeEnded() }
}
