import FleetDrivers
import Foundation
import Testing
import WaybillStores

/// An inbox on a real PostgreSQL. Each test has a table of its own.
@Suite struct InboxTests {
    private struct Failed: Error {}

    private let day = Duration.seconds(90_000)
    private let database: PostgresPool

    init() async throws {
        database = try await Servers.ownSchema()
        try await PostgresSchema.migrate(database)
    }

    private func message(_ name: String, _ text: String = "{}") -> InboxMessage {
        InboxMessage(webhook: "w", key: "w:\(name)", content: Array(text.utf8), details: #"{"id":"\u0000é"}"#)
    }

    /// Takes events until there are none.
    private func all(_ inbox: PostgresInbox) async throws -> [TakenMessage] {
        var taken: [TakenMessage] = []
        while let next = try await inbox.take().first { taken.append(next) }
        return taken
    }

    @Test("a message is kept once, also of two in one request, and is given back as it came")
    func keeps() async throws {
        let inbox = PostgresInbox(database)
        let bytes = InboxMessage(webhook: "w'\"", key: "w:'$1\\é", content: Array(0...255), details: "{}")
        #expect(try await inbox.add([message("a"), message("a"), bytes], keepFor: day) == [true, false, true])
        #expect(try await inbox.add([bytes, message("c")], keepFor: day) == [false, true])
        #expect(try await inbox.add([], keepFor: day) == [])
        let taken = try await all(inbox)
        #expect(Set(taken.map(\.message)) == [message("a"), bytes, message("c")])
        #expect(taken.allSatisfy { $0.attempt == 1 })
        #expect(taken.count == 3)
    }

    @Test("what many requests keep at once is kept once each")
    func together() async throws {
        let inbox = PostgresInbox(database)
        let messages = (0..<50).map { message("\($0)") }
        let new = try await withThrowingTaskGroup(of: Int.self) { group in
            for turn in 0..<20 {
                let messages = turn.isMultiple(of: 2) ? messages : messages.reversed()
                group.addTask { try await inbox.add(messages, keepFor: day).count { $0 } }
            }
            return try await group.reduce(0, +)
        }
        #expect(new == 50)
        #expect(try await all(inbox).count == 50)
    }

    @Test("many workers work on each event once, and what they change is there once")
    func workers() async throws {
        let inbox = PostgresInbox(database)
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
                            _ = try await connection.rows(of: SQLStatement("INSERT INTO effects VALUES ($1::text)", [key]))
                            // Every fifth time the work fails after its effect, which is then undone.
                            if (count + worker).isMultiple(of: 5) { throw Failed() }
                        }
                        if step == .idle, try await inbox.figures().waiting == 0 { return }
                    }
                }
            }
            try await group.waitForAll()
        }
        let rows = try await database.rows(of: SQLStatement("SELECT count(*)::text, count(DISTINCT key)::text FROM effects"))
        #expect(rows == [["200", "200"]])
        #expect(try await inbox.figures().done == 200)
    }

    @Test("an event whose worker has gone comes again after its lease, and the late worker is told so")
    func lease() async throws {
        let inbox = PostgresInbox(database, lease: .milliseconds(1))
        _ = try await inbox.add([message("a")], keepFor: day)
        let slow = try #require(try await inbox.take().first)
        var next: TakenMessage?
        while next == nil { next = try await inbox.take().first }
        #expect(next?.attempt == 2)
        #expect(try await !inbox.complete(slow, in: database))
        #expect(try await inbox.complete(#require(next), in: database))
        #expect(try await !inbox.complete(#require(next), in: database))
        #expect(try await inbox.take().isEmpty)
    }

    @Test("an event that is being worked on is given to nobody, though its lease has ended")
    func locked() async throws {
        let inbox = PostgresInbox(database, lease: .milliseconds(1))
        _ = try await inbox.add([message("a")], keepFor: day)
        let step = try await inbox.work(in: database) { _, _ in
            for _ in 0..<20 { #expect(try await inbox.take().isEmpty) }
        }
        #expect(step == .worked(key: "w:a"))
    }

    @Test("work that fails waits, and is stuck after its last attempt; it can be shown, replayed and discarded")
    func stuck() async throws {
        let inbox = PostgresInbox(database, retries: InboxRetries(attempts: 2, first: .zero, longest: .zero))
        _ = try await inbox.add([message("a"), message("b")], keepFor: day)
        for isStuck in [false, false, true, true] {
            let step = try await inbox.work(in: database) { _, _ in throw Failed() }
            guard case .failed(_, "Failed", isStuck) = step else {
                Issue.record("\(step)")
                continue
            }
        }
        #expect(try await inbox.work(in: database) { _, _ in } == .idle)
        let stuck = try await inbox.stuck()
        #expect(Set(stuck.map(\.key)) == ["w:a", "w:b"])
        #expect(stuck.allSatisfy { $0.attempts == 2 && $0.failure == "Failed" && $0.webhook == "w" })
        #expect(try await inbox.stuck(limit: 1).count == 1)
        #expect(try await inbox.add([message("a")], keepFor: day) == [false])
        #expect(try await inbox.replay("w:a"))
        #expect(try await !inbox.replay("w:x"))
        #expect(try await !inbox.replay(""))
        #expect(try await inbox.work(in: database) { _, _ in } == .worked(key: "w:a"))
        #expect(try await inbox.discard("w:b"))
        #expect(try await !inbox.discard("w:b"))
        let figures = try await inbox.figures()
        #expect((figures.waiting, figures.stuck, figures.done) == (0, 0, 2))
        #expect(figures.oldest == nil)
    }

    @Test("an event that ends its worker each time is put aside")
    func poison() async throws {
        let inbox = PostgresInbox(database, retries: InboxRetries(attempts: 3, first: .zero), lease: .zero)
        _ = try await inbox.add([message("a")], keepFor: day)
        for attempt in 1...3 { #expect(try await inbox.take().map(\.attempt) == [attempt]) }
        #expect(try await inbox.take().isEmpty)
        #expect(try await inbox.stuck().map(\.failure) == ["its worker ended each time, and said nothing"])
        #expect(try await inbox.replayAll() == 1)
        #expect(try await inbox.take().map(\.attempt) == [1])
    }

    @Test("what is done loses its content at once, and its row when its time has passed; then it is new")
    func retention() async throws {
        let inbox = PostgresInbox(database)
        _ = try await inbox.add([message("a", "secret")], keepFor: .milliseconds(1))
        _ = try await inbox.add([message("b", "secret")], keepFor: day)
        for _ in 0..<2 { _ = try await inbox.work(in: database) { _, _ in } }
        let rows = try await database.rows(of: SQLStatement("SELECT DISTINCT content::text || details FROM waybill_inbox"))
        #expect(rows == [["\\x"]])
        #expect(try await inbox.add([message("a")], keepFor: day) == [true])
        #expect(try await inbox.work(in: database) { _, _ in } == .worked(key: "w:a"))
        #expect(try await inbox.removeEnded() == 0)
        _ = try await database.rows(of: SQLStatement("UPDATE waybill_inbox SET keep_until = now() - interval '1 second'"))
        #expect(try await inbox.removeEnded() == 2)
        #expect(try await inbox.figures().done == 0)
    }
}
