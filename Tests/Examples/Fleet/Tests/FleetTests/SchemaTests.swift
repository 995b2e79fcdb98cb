import FleetDrivers
import Testing
import WaybillStores

@Suite struct SchemaTests {
    @Test("twenty programs that start at once make the tables once")
    func together() async throws {
        try await withThrowingTaskGroup { group in
            for _ in 0..<20 { group.addTask { try await PostgresSchema.migrate(Servers.postgres) } }
            try await group.waitForAll()
        }
        let rows = try await Servers.postgres.rows(
            of: SQLStatement("SELECT version::text FROM waybill_migrations ORDER BY version")
        )
        #expect(rows == PostgresSchema.migrations.indices.map { ["\($0 + 1)"] })
    }
}
