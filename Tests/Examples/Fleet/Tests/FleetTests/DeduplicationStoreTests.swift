import FleetDrivers
import Testing
import WaybillStores
import WaybillWebhookTesting

@Suite struct DeduplicationStoreTests {
    @Test("PostgreSQL and SQLite", arguments: TestedEngine.allCases, DeduplicationStoreCheck.all)
    func sql(_ engine: TestedEngine, _ check: DeduplicationStoreCheck) async throws {
        #expect(try await check.faults(of: engine.bench().claims) == [])
    }

    @Test("Redis", arguments: DeduplicationStoreCheck.all)
    func redis(_ check: DeduplicationStoreCheck) async throws {
        #expect(try await check.faults(of: RedisDeduplicationStore(Servers.redis)) == [])
    }

    @Test("claims that have ended are deleted, and others are not", arguments: TestedEngine.allCases)
    func removal(_ engine: TestedEngine) async throws {
        let bench = try await engine.bench()
        let (store, claim) = (bench.claims, ClaimID())
        for key in ["a", "b"] { #expect(try await store.claim(key, as: claim, lease: .seconds(60)) == .claimed) }
        #expect(try await store.complete("a", claim, keepFor: .seconds(60)))
        #expect(try await store.removeEnded() == 0)
        #expect(try await store.claim("c", as: claim, lease: .milliseconds(-60_000)) == .claimed)
        #expect(try await store.removeEnded() == 1)
        #expect(try await store.claim("a", as: claim, lease: .seconds(60)) == .done)
    }
}
