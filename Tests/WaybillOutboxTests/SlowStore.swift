import WaybillTesting

@testable import WaybillOutbox

/// A store that takes its time to give out requests.
struct SlowStore: OutboxStore {
    let store: InMemoryOutboxStore
    let clock: ManualClock
    let delay: Duration

    init(clock: ManualClock, delay: Duration) {
        store = InMemoryOutboxStore(clock: clock.runtime)
        self.clock = clock
        self.delay = delay
    }

    func add(_ message: OutboxMessage) async -> Bool { await store.add(message) }

    func take(from outbox: String, lease: Duration) async -> TakenRequest? {
        clock.advance(by: delay)
        return await store.take(from: outbox, lease: lease)
    }

    func end(_ taken: TakenRequest, in outbox: String, as ending: OutboxEnding, keepFor: Duration) async -> Bool {
        await store.end(taken, in: outbox, as: ending, keepFor: keepFor)
    }

    func move(
        _ id: String,
        in outbox: String,
        from states: Set<OutboxState>,
        to state: OutboxState,
        keepFor: Duration
    ) async -> Bool {
        await store.move(id, in: outbox, from: states, to: state, keepFor: keepFor)
    }

    func row(_ id: String, in outbox: String) async -> OutboxRow? { await store.row(id, in: outbox) }

    func rows(in outbox: String, _ state: OutboxState, limit: Int) async -> [OutboxRow] {
        await store.rows(in: outbox, state, limit: limit)
    }

    func figures(of outbox: String) async -> OutboxFigures { await store.figures(of: outbox) }

    func removeEnded() async -> Int { await store.removeEnded() }
}

extension OutboxMessage {
    /// The same message with another request.
    init(like message: OutboxMessage, request: String) {
        self.init(outbox: message.outbox, id: message.id, operation: message.operation, request: request)
    }
}
