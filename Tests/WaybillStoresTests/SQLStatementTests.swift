import Testing

@testable import WaybillStores

/// Every statement that a store runs: what it has values for, it has places for, in the engine's own words.
@Suite struct SQLStatementTests {
    private static func run(_ inbox: SQLInbox, _ claims: SQLDeduplicationStore, in database: ScriptedDatabase)
        async throws
    {
        let message = InboxMessage(webhook: "w", key: "k", content: [1], details: "{}")
        _ = try await inbox.add([message], keepFor: .seconds(1))
        _ = try await inbox.take()
        let taken = TakenMessage(message: message, attempt: 1)
        _ = try await inbox.complete(taken, in: database)
        _ = try await inbox.fail(taken, "f")
        _ = try await inbox.fail(TakenMessage(message: message, attempt: 20), "f")
        _ = try await inbox.stuck()
        _ = try await inbox.replay("k")
        _ = try await inbox.replayAll()
        _ = try await inbox.discard("k")
        _ = try? await inbox.figures()
        _ = try await inbox.removeEnded()
        let claim = ClaimID()
        _ = try await claims.claim("k", as: claim, lease: .seconds(1))
        _ = try await claims.complete("k", claim, keepFor: .seconds(1))
        try await claims.release("k", claim)
        _ = try await claims.removeEnded()
    }

    private static func numbers(in sql: String, after sign: Character) -> Set<Int> {
        Set(
            sql.split(separator: sign, omittingEmptySubsequences: false).dropFirst().compactMap {
                $0.first?.wholeNumberValue
            }
        )
    }

    @Test("PostgreSQL: each value has its place, and no mark of another engine is left")
    func postgres() async throws {
        let database = ScriptedDatabase()
        try await Self.run(SQLInbox(postgres: database), SQLDeduplicationStore(postgres: database), in: database)
        #expect(database.statements.count == 16)
        for statement in database.statements {
            #expect(
                Self.numbers(in: statement.sql, after: "$") == Set(1..<statement.values.count + 1),
                "\(statement.sql)"
            )
            #expect(!statement.sql.contains("?"), "\(statement.sql)")
        }
    }

    @Test("SQLite: each value has its place, and no mark of another engine is left")
    func sqlite() async throws {
        let database = ScriptedDatabase()
        try await Self.run(SQLInbox(sqlite: database), SQLDeduplicationStore(sqlite: database), in: database)
        #expect(database.statements.count == 16)
        for statement in database.statements {
            #expect(
                Self.numbers(in: statement.sql, after: "?") == Set(1..<statement.values.count + 1),
                "\(statement.sql)"
            )
            #expect(!statement.sql.contains("SKIP LOCKED") && !statement.sql.contains("now()"), "\(statement.sql)")
        }
    }

    @Test("the schemas are made in the order of their migrations")
    func schemas() async throws {
        let (postgres, sqlite) = (ScriptedDatabase(), ScriptedDatabase())
        try await PostgresSchema.migrate(postgres)
        try await SQLiteSchema.migrate(sqlite)
        #expect(postgres.statements.map(\.sql) == PostgresSchema.migrations)
        #expect(sqlite.statements.map(\.sql) == SQLiteSchema.migrations)
        #expect((postgres.statements + sqlite.statements).allSatisfy { $0.values.isEmpty })
    }
}
