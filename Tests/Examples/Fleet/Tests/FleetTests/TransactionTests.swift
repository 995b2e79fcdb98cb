import FleetDrivers
import Foundation
import Simpu
import Testing
import WaybillStores

/// Claim and effect in one transaction of a real PostgreSQL, by way of a generated webhook.
@Suite struct TransactionTests {
    private struct Failed: Error {}

    private static let body = Array(#"{"id":"evt_1","type":"text.delivered","payload":{}}"#.utf8)

    private let database: PostgresPool
    private let store: PostgresTransactions<PostgresPool>
    private let webhook: SimpuWebhook

    init() async throws {
        database = try await Servers.ownSchema()
        store = PostgresTransactions(database)
        webhook = try SimpuWebhook(secrets: ["simpu_test"])
        try await PostgresSchema.migrate(database)
        _ = try await database.rows(of: SQLStatement("CREATE TABLE effects (key text)"))
    }

    /// One delivery of the event, whose work writes a row.
    private func deliver(_ work: @Sendable () async throws -> Void = {}) async throws -> Int {
        try await webhook.process(body: Self.body, headers: webhook.sign(body: Self.body), in: store) {
            delivery,
            connection in
            let key = SQLValue.text(delivery.key)
            _ = try await connection.rows(of: SQLStatement("INSERT INTO effects VALUES ($1::text)", [key]))
            try await work()
        }
    }

    /// What the event is known by.
    private var key: String {
        get throws { try webhook.receive(body: Self.body, headers: webhook.sign(body: Self.body)).key }
    }

    private func effects() async throws -> [[String?]] {
        try await database.rows(of: SQLStatement("SELECT key FROM effects"))
    }

    @Test("an event is worked on once, and its copies are acknowledged")
    func once() async throws {
        #expect(try await deliver() == 200)
        #expect(try await deliver() == 200)
        let key = try key
        #expect(try await effects() == [[key]])
    }

    @Test("work that fails leaves nothing, neither its effect nor the claim")
    func failure() async throws {
        await #expect(throws: Failed.self) { try await deliver { throw Failed() } }
        #expect(try await effects() == [])
        #expect(try await deliver() == 200)
        #expect(try await effects().count == 1)
    }

    @Test("a copy that comes during the work is told to come again, and holds no connection meanwhile")
    func during() async throws {
        let status = try await deliver {
            for _ in 0..<40 {
                let copy = try await deliver()
                #expect(copy == 503)
            }
        }
        #expect(status == 200)
        #expect(try await effects().count == 1)
    }

    @Test("of a hundred copies at once one is worked on")
    func together() async throws {
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<100 { group.addTask { try await deliver() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.allSatisfy { $0 == 200 || $0 == 503 })
        #expect(try await effects().count == 1)
    }

    @Test("a claim by lease and one in a transaction see each other")
    func mixed() async throws {
        let leases = SQLDeduplicationStore(postgres: database)
        let (claim, key) = (ClaimID(), try key)
        #expect(try await leases.claim(key, as: claim, lease: .seconds(60)) == .claimed)
        #expect(try await deliver() == 503)
        try await leases.release(key, claim)
        #expect(try await deliver() == 200)
        #expect(try await leases.claim(key, as: claim, lease: .seconds(60)) == .done)
    }
}
