public import WaybillRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Keeps the requests of outboxes in memory: for tests. What it holds ends with the process.
public actor InMemoryOutboxStore: OutboxStore {
    private struct Place: Hashable {
        let outbox: String
        let id: String
    }

    private let clock: RuntimeClock
    private var rows: [Place: OutboxRow] = [:]

    /// Makes an empty store.
    public init(clock: RuntimeClock = .system) {
        self.clock = clock
    }

    private var now: Date { Date(timeIntervalSince1970: clock.now() / .seconds(1)) }

    /// Keeps a request, unless its id is known.
    public func add(_ message: OutboxMessage) -> Bool {
        let place = Place(outbox: message.outbox, id: message.id)
        guard rows[place] == nil else { return false }
        rows[place] = OutboxRow(message, at: now)
        return true
    }

    /// Takes the request that has been due the longest.
    public func take(from outbox: String, lease: Duration) -> TakenRequest? {
        let now = now
        let due = rows.filter { $0.key.outbox == outbox && $0.value.isDue(at: now) }
        let next = due.min { ($0.value.notBefore, $0.key.id) < ($1.value.notBefore, $1.key.id) }
        guard let place = next?.key else { return nil }
        return rows[place]?.take(at: now, lease: lease)
    }

    /// Records what has become of a request.
    public func end(_ taken: TakenRequest, in outbox: String, as ending: OutboxEnding, keepFor: Duration) -> Bool {
        rows[Place(outbox: outbox, id: taken.id)]?.end(taken, as: ending, at: now, keepFor: keepFor) ?? false
    }

    /// Moves a request on a person's word.
    public func move(
        _ id: String,
        in outbox: String,
        from states: Set<OutboxState>,
        to state: OutboxState,
        keepFor: Duration
    ) -> Bool {
        rows[Place(outbox: outbox, id: id)]?.move(from: states, to: state, at: now, keepFor: keepFor) ?? false
    }

    /// Reads one request.
    public func row(_ id: String, in outbox: String) -> OutboxRow? { rows[Place(outbox: outbox, id: id)] }

    /// Reads the requests in a state, the oldest first.
    public func rows(in outbox: String, _ state: OutboxState, limit: Int) -> [OutboxRow] {
        let found = rows.filter { $0.key.outbox == outbox && $0.value.state == state }.values
        return Array(found.sorted { ($0.addedAt, $0.id) < ($1.addedAt, $1.id) }.prefix(max(0, limit)))
    }

    /// Counts.
    public func figures(of outbox: String) -> OutboxFigures {
        let found = rows.filter { $0.key.outbox == outbox }.values
        let count = { (state: OutboxState) in found.count { $0.state == state } }
        let oldest = found.filter { [.queued, .sending].contains($0.state) }.map(\.addedAt).min()
        return OutboxFigures(
            queued: count(.queued),
            sending: count(.sending),
            sent: count(.sent),
            refused: count(.refused),
            inDoubt: count(.inDoubt),
            oldest: oldest.map { .seconds(now.timeIntervalSince($0)) }
        )
    }

    /// Deletes what has ended and need not be known any more.
    public func removeEnded() -> Int {
        let now = now
        let ended = rows.filter { $0.value.keepUntil.map { $0 < now } ?? false }.keys
        for place in ended { rows[place] = nil }
        return ended.count
    }
}
