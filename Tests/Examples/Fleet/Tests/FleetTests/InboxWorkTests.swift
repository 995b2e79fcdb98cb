import FleetDrivers
import Testing
import WaybillStores

/// Work in transactions of a real PostgreSQL that complete its events.
///
/// Each test has a table of its own.
@Suite struct InboxWorkTests {
    private struct Failed: Error {}

    private let day = Duration.seconds(90_000)
    private let database: PostgresPool

    init() async throws {
        database = try await Servers.ownSchema()
        try await PostgresSchema.migrate(database)
    }

    private func message(_ name: String) -> InboxMessage {
        InboxMessage(webhook: "w", key: "w:\(name)", content: Array("{}".utf8), details: "{}")
    }

    @Test("many workers work on each event once, and what they change is there once")
    func workers() async throws {
        let inbox = SQLInbox(postgres: database)
        _ = try await database.rows(of: SQLStatement("CREATE TABLE effects (key text)"))
        _ = try await inbox.add((0..<200).map { message("\($0)") }, keepFor: day)
        try await withThrowingTaskGroup { group in
            for worker in 0..<8 {
                group.addTask {
                    var count = 0
                    while true {
                        let step = try await inbox.work(in: database) { message, connection in
                            count += 1
                            let key = SQLValue.text(message.key)
                            _ = try await connection.rows(
                                of: SQLStatement("INSERT INTO effects VALUES ($1::text)", [key])
                            )
                            // Every fifth time the work fails after its effect, which is then undone.
                            if (count + worker).isMultiple(of: 5) { throw Failed() }
                        }
                        if step == .idle, try await inbox.figures().waiting == 0 { return }
                    }
                }
            }
            try await group.waitForAll()
        }
        let rows = try await database.rows(
            of: SQLStatement("SELECT count(*)::text, count(DISTINCT key)::text FROM effects")
        )
        #expect(rows == [["200", "200"]])
        #expect(try await inbox.figures().done == 200)
    }

    @Test("an event that is being worked on is given to nobody, though its lease has ended")
    func locked() async throws {
        let inbox = SQLInbox(postgres: database, lease: .milliseconds(1))
        _ = try await inbox.add([message("a")], keepFor: day)
        let step = try await inbox.work(in: database) { _, _ in
            for _ in 0..<20 {
                let taken = try await inbox.take()
                #expect(taken.isEmpty)
            }
        }
        #expect(step == .worked(key: "w:a"))
    }

    @Test("work that fails leaves no effect, and the kind of its failure alone")
    func failure() async throws {
        let inbox = SQLInbox(postgres: database, retries: InboxRetries(attempts: 1))
        _ = try await database.rows(of: SQLStatement("CREATE TABLE effects (key text)"))
        _ = try await inbox.add([message("a")], keepFor: day)
        let step = try await inbox.work(in: database) { _, connection in
            _ = try await connection.rows(of: SQLStatement("INSERT INTO effects VALUES ('a')"))
            throw Failed()
        }
        #expect(step == .failed(key: "w:a", failure: "Failed", isStuck: true))
        #expect(try await database.rows(of: SQLStatement("SELECT key FROM effects")) == [])
        #expect(try await inbox.work(in: database) { _, _ in } == .idle)
    }
}
