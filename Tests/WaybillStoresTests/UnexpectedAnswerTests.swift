import Testing

@testable import WaybillStores

/// Answers that no statement of the stores has, such as those of tables of another version.
@Suite struct UnexpectedAnswerTests {
    private let message = InboxMessage(webhook: "w", key: "k", content: [], details: "{}")

    @Test(
        "a claim is never taken for granted",
        arguments: [[["yes"]], [[nil]], [["done", "x"], []]] as [[[String?]]]
    )
    func claims(_ rows: [[String?]]) async throws {
        let transactions = PostgresTransactions(ScriptedTransactions(rows))
        if rows.first?.first != "done" {
            await #expect(throws: UnexpectedAnswer(question: "claiming an event")) {
                try await transactions.claim("k", keepFor: .zero, in: ScriptedDatabase(rows))
            }
        }
        for reply in [RESPReply.integer(1), .array([])] {
            let store = RedisDeduplicationStore(ScriptedServer(reply))
            await #expect(throws: UnexpectedAnswer(question: "claiming an event")) {
                try await store.claim("k", as: ClaimID(), lease: .seconds(1))
            }
        }
    }

    @Test("an inbox says so", arguments: [[["x"]], [["k"], ["k"]], [[nil]]] as [[[String?]]])
    func inbox(_ rows: [[String?]]) async throws {
        let inbox = SQLInbox(postgres: ScriptedDatabase(rows))
        await #expect(throws: UnexpectedAnswer.self) { try await inbox.add([message], keepFor: .zero) }
        await #expect(throws: UnexpectedAnswer.self) { try await inbox.take() }
        await #expect(throws: UnexpectedAnswer.self) { try await inbox.stuck() }
        await #expect(throws: UnexpectedAnswer.self) { try await inbox.figures() }
    }

    @Test("it says what to look for")
    func text() {
        #expect(
            "\(UnexpectedAnswer(question: "taking events"))"
                == "taking events: the answer is none that the statement has; see that the tables are this version's and that "
                + "the executor gives each column as text"
        )
    }
}

/// Transactions of a database that answers each statement the same.
private struct ScriptedTransactions: SQLDatabase {
    let database: ScriptedDatabase

    init(_ answer: [[String?]]) { database = ScriptedDatabase(answer) }

    func rows(of statement: SQLStatement) -> [[String?]] { database.rows(of: statement) }

    nonisolated(nonsending) func withTransaction<Result: Sendable>(
        _ body: nonisolated(nonsending) (ScriptedDatabase) async throws -> Result
    ) async throws -> Result { try await body(database) }
}
