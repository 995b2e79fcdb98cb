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

    /// Delivers a body, and tells whether it was a copy of what is done; it is acknowledged either way.
    private func isCopy(_ body: String, _ store: any DeduplicationStore) async throws -> Bool {
        let webhook = try ConnectlyEvents.webhook()
        let bytes = Array(body.utf8)
        var isCopy = true
        let status = try await webhook.process(body: bytes, headers: webhook.sign(body: bytes), store: store) { _ in
            isCopy = false
        }
        #expect(status == 200)
        return isCopy
    }

    @Test("W30 W33 the same bytes are a copy; another status of the same message is none")
    func copies() async throws {
        let store = store
        #expect(try await isCopy(ConnectlyEvents.status("sent"), store) == false)
        #expect(try await isCopy(ConnectlyEvents.status("sent"), store))
        #expect(try await isCopy(ConnectlyEvents.status("delivered"), store) == false)
        #expect(try await isCopy(ConnectlyEvents.status("sent", id: "01HF2"), store) == false)
        #expect(try await isCopy(ConnectlyEvents.status("sent"), store))
        #expect(store.count == 3)
    }

    @Test("W31 of 100 copies at once exactly one is worked on")
    func parallel() async throws {
        let store = store
        let webhook = try ConnectlyEvents.webhook()
        let body = Array(ConnectlyEvents.message().utf8)
        let works = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    var works = 0
                    _ = try await webhook.process(body: body, headers: webhook.sign(body: body), store: store) { _ in
                        works += 1
                    }
                    return works
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(works == 1)
    }

    @Test("W34 a copy after 23 hours is known, and one after 25 hours still")
    func keeping() async throws {
        let store = store
        _ = try await isCopy(ConnectlyEvents.message(), store)
        clock.advance(by: .seconds(23 * 3_600))
        #expect(try await isCopy(ConnectlyEvents.message(), store))
        clock.advance(by: .seconds(2 * 3_600))
        #expect(try await isCopy(ConnectlyEvents.message(), store))
        clock.advance(by: .seconds(3_600))
        #expect(try await isCopy(ConnectlyEvents.message(), store) == false)
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
            func claim(_ key: String, as claim: ClaimID, lease: Duration) async throws -> ClaimResult {
                throw Unexpected("down")
            }
            func complete(_ key: String, _ claim: ClaimID, keepFor: Duration) async throws -> Bool { false }
            func release(_ key: String, _ claim: ClaimID) async throws {}
        }
        let webhook = try ConnectlyEvents.webhook()
        let body = Array(ConnectlyEvents.message().utf8)
        await #expect(throws: Unexpected.self) { try await isCopy(ConnectlyEvents.message(), Broken()) }
        let status = try await webhook.process(body: body, headers: HTTPFields(), store: Broken()) { _ in
            Issue.record("worked on a forged request")
        }
        #expect(status == 403)
    }

    @Test("what is done is known for 25 hours, under a key that is short and this webhook's own")
    func key() async throws {
        final class Recorder: DeduplicationStore {
            let completed = Mutex<[(String, Duration)]>([])
            func claim(_ key: String, as claim: ClaimID, lease: Duration) async throws -> ClaimResult { .claimed }
            func complete(_ key: String, _ claim: ClaimID, keepFor: Duration) async throws -> Bool {
                completed.withLock { $0.append((key, keepFor)) }
                return true
            }
            func release(_ key: String, _ claim: ClaimID) async throws {}
        }
        let recorder = Recorder()
        _ = try await isCopy(ConnectlyEvents.message(), recorder)
        let (key, duration) = try #require(recorder.completed.withLock { $0.first })
        #expect(key.hasPrefix("ConnectlyWebhook:"))
        #expect(key.utf8.count <= 200)
        #expect(duration >= .seconds(25 * 3_600))
    }
}
