import Connectly
import HTTPTypes
import Synchronization
import TestSupport
import Testing
import WaybillTesting

/// Copies of events, which Connectly gives no id: they are known by their signature.
@Suite struct ConnectlyClaimTests {
    private let clock = ManualClock()
    private var store: InMemoryDeduplicationStore { InMemoryDeduplicationStore(clock: clock.runtime) }

    private func outcome(_ body: String, _ store: any DeduplicationStore) async throws -> WebhookOutcome<ConnectlyEvent>
    {
        let webhook = try ConnectlyEvents.webhook()
        let bytes = Array(body.utf8)
        return try await webhook.receive(body: bytes, headers: webhook.sign(body: bytes), claiming: store)
    }

    @Test("W30 W33 the same bytes are a copy; another status of the same message is none")
    func copies() async throws {
        let store = store
        #expect(try await outcome(ConnectlyEvents.status("sent"), store).isDuplicate == false)
        #expect(try await outcome(ConnectlyEvents.status("sent"), store).isDuplicate)
        #expect(try await outcome(ConnectlyEvents.status("delivered"), store).isDuplicate == false)
        #expect(try await outcome(ConnectlyEvents.status("sent", id: "01HF2"), store).isDuplicate == false)
        #expect(try await outcome(ConnectlyEvents.status("sent"), store).isDuplicate)
        #expect(store.count == 3)
    }

    @Test("W31 of 100 copies at once exactly one is the first")
    func parallel() async throws {
        let store = store
        let firsts = try await withThrowingTaskGroup { group in
            for _ in 0..<100 {
                group.addTask { try await outcome(ConnectlyEvents.message(), store).isDuplicate ? 0 : 1 }
            }
            return try await group.reduce(0, +)
        }
        #expect(firsts == 1)
    }

    @Test("W34 a copy after 23 hours is known, and one after 25 hours still")
    func keeping() async throws {
        let store = store
        _ = try await outcome(ConnectlyEvents.message(), store)
        clock.advance(by: .seconds(23 * 3_600))
        #expect(try await outcome(ConnectlyEvents.message(), store).isDuplicate)
        clock.advance(by: .seconds(2 * 3_600))
        #expect(try await outcome(ConnectlyEvents.message(), store).isDuplicate)
        clock.advance(by: .seconds(3_600))
        #expect(try await outcome(ConnectlyEvents.message(), store).isDuplicate == false)
    }

    @Test("W35 work that fails gives its claim up, so that the next delivery is worked on; a copy is acknowledged")
    func work() async throws {
        let store = store
        let webhook = try ConnectlyEvents.webhook()
        let body = Array(ConnectlyEvents.message().utf8)
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
        let webhook = try ConnectlyEvents.webhook()
        let body = Array(ConnectlyEvents.message().utf8)
        await #expect(throws: Unexpected.self) { try await outcome(ConnectlyEvents.message(), Broken()) }
        let status = try await webhook.process(body: body, headers: HTTPFields(), store: Broken()) { _ in
            Issue.record("worked on a forged request")
        }
        #expect(status == 403)
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
        _ = try await outcome(ConnectlyEvents.message(), recorder)
        let (key, duration) = try #require(recorder.claims.withLock { $0.first })
        #expect(key.hasPrefix("ConnectlyWebhook:"))
        #expect(key.utf8.count <= 200)
        #expect(duration >= .seconds(25 * 3_600))
    }
}
