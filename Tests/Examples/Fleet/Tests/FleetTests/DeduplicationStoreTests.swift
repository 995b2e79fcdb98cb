import FleetDrivers
import Testing
import WaybillStores
import WaybillWebhookTesting

@Suite struct DeduplicationStoreTests {
    @Test("PostgreSQL", arguments: DeduplicationStoreCheck.all)
    func postgres(_ check: DeduplicationStoreCheck) async throws {
        try await PostgresSchema.migrate(Servers.postgres)
        #expect(try await check.faults(of: PostgresDeduplicationStore(Servers.postgres)) == [])
    }

    @Test("Redis", arguments: DeduplicationStoreCheck.all)
    func redis(_ check: DeduplicationStoreCheck) async throws {
        #expect(try await check.faults(of: RedisDeduplicationStore(Servers.redis)) == [])
    }
}
