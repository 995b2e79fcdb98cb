import HTTPTypes
import Simpu
import Synchronization
import TestSupport
import Testing
import WaybillTesting

/// Copies of events, which Simpu sends every hour for a day until they are acknowledged: they are known by their id.
@Suite struct SimpuClaimTests {
    private let clock = ManualClock()
    private var store: InMemoryDeduplicationStore { InMemoryDeduplicationStore(clock: clock.runtime) }

    private func outcome(_ body: String, _ store: any DeduplicationStore) async throws -> WebhookOutcome<SimpuEvent> {
        let webhook = try SimpuEvents.webhook()
        let bytes = Array(body.utf8)
        return try await webhook.receive(body: bytes, headers: webhook.sign(body: bytes), claiming: store)
    }

    @Test("W30 W33 the same id is a copy, whatever else it says; another id is none")
    func copies() async throws {
        let store = store
        let event = SimpuEvents.event("TEXT_DELIVERED")
        #expect(try await outcome(event, store).isDuplicate == false)
        #expect(try await outcome(event, store).isDuplicate)
        let later = SimpuEvents.event("TEXT_DELIVERED", timestamp: "Sep 23, 2024, 9:20:01 PM")
        #expect(try await outcome(later, store).isDuplicate)
        #expect(try await outcome(SimpuEvents.event("TEXT_DELIVERED", id: "evt.2"), store).isDuplicate == false)
        #expect(store.count == 2)
    }

    @Test("an event without an id, or with an empty one, is known by its signature")
    func noID() async throws {
        let store = store
        for body in [#"{"type":"X"}"#, #"{"type":"X","id":""}"#, #"{"type":"X","id":null}"#, #"{"type":"Y"}"#] {
            #expect(try await outcome(body, store).isDuplicate == false)
            #expect(try await outcome(body, store).isDuplicate)
        }
    }

    @Test("W31 of 100 copies at once exactly one is the first")
    func parallel() async throws {
        let store = store
        let firsts = try await withThrowingTaskGroup { group in
            for _ in 0..<100 {
                group.addTask { try await outcome(SimpuEvents.event("TEXT_DELIVERED"), store).isDuplicate ? 0 : 1 }
            }
            return try await group.reduce(0, +)
        }
        #expect(firsts == 1)
    }

    @Test("W34 a copy after 23 hours is known, and one after 25 hours still")
    func keeping() async throws {
        let store = store
        _ = try await outcome(SimpuEvents.event("TEXT_DELIVERED"), store)
        clock.advance(by: .seconds(23 * 3_600))
        #expect(try await outcome(SimpuEvents.event("TEXT_DELIVERED"), store).isDuplicate)
        clock.advance(by: .seconds(2 * 3_600))
        #expect(try await outcome(SimpuEvents.event("TEXT_DELIVERED"), store).isDuplicate)
        clock.advance(by: .seconds(3_600))
        #expect(try await outcome(SimpuEvents.event("TEXT_DELIVERED"), store).isDuplicate == false)
    }

    @Test("W35 work that fails gives its claim up, so that the next delivery is worked on; a copy is acknowledged")
    func work() async throws {
        let store = store
        let webhook = try SimpuEvents.webhook()
        let body = Array(SimpuEvents.event("TEXT_DELIVERED").utf8)
        let signed = webhook.sign(body: body)
        let calls = Mutex(0)
        await #expect(throws: Unexpected.self) {
            try await webhook.process(body: body, headers: signed, store: store) { _ in throw Unexpected("no") }
        }
        for _ in 0..<3 {
            let status = try await webhook.process(body: body, headers: signed, store: store) { _ in
                calls.withLock { $0 += 1 }
            }
            #expect(status == 200)
        }
        #expect(calls.withLock { $0 } == 1)
    }

    @Test("W32 a store that fails takes nothing; a forged request reaches neither store nor work")
    func failures() async throws {
        struct Broken: DeduplicationStore {
            func claim(_ key: String, keepFor: Duration) async throws -> Bool { throw Unexpected("down") }
            func release(_ key: String) async throws {}
        }
        let webhook = try SimpuEvents.webhook()
        let body = Array(SimpuEvents.event("TEXT_DELIVERED").utf8)
        await #expect(throws: Unexpected.self) { try await outcome(SimpuEvents.event("TEXT_DELIVERED"), Broken()) }
        let status = try await webhook.process(body: body, headers: HTTPFields(), store: Broken()) { _ in
            Issue.record("worked on a forged request")
        }
        #expect(status == 401)
    }

    @Test("the claim is kept for 25 hours, under a key that is short and this webhook's own")
    func key() async throws {
        final class Recorder: DeduplicationStore {
            let claims = Mutex<[(String, Duration)]>([])
            func claim(_ key: String, keepFor: Duration) async throws -> Bool {
                claims.withLock { $0.append((key, keepFor)) }
                return true
            }
            func release(_ key: String) async throws {}
        }
        let recorder = Recorder()
        _ = try await outcome(SimpuEvents.event("TEXT_DELIVERED"), recorder)
        let (key, duration) = try #require(recorder.claims.withLock { $0.first })
        #expect(key.hasPrefix("SimpuWebhook:"))
        #expect(key.utf8.count <= 200)
        #expect(duration >= .seconds(25 * 3_600))
    }
}
