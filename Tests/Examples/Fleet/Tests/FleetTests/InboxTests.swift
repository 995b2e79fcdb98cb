import FleetDrivers
import Foundation
import Testing
import WaybillStores

/// An inbox on a real PostgreSQL and on a real file of SQLite.
///
/// Each test has a table of its own.
@Suite struct InboxTests {
    private let day = Duration.seconds(90_000)

    private func message(_ name: String, _ text: String = "{}") -> InboxMessage {
        InboxMessage(webhook: "w", key: "w:\(name)", content: Array(text.utf8), details: #"{"id":"\u0000é"}"#)
    }

    /// Takes events until there are none.
    private func all(_ inbox: SQLInbox) async throws -> [TakenMessage] {
        var taken: [TakenMessage] = []
        while let next = try await inbox.take().first { taken.append(next) }
        return taken
    }

    @Test(
        "a message is kept once, also of two in one request, and is given back as it came",
        arguments: TestedEngine.allCases
    )
    func keeps(_ engine: TestedEngine) async throws {
        let inbox = try await engine.bench().inbox()
        let bytes = InboxMessage(webhook: "w'\"", key: "w:'$1\\é", content: Array(0...255), details: "{}")
        #expect(try await inbox.add([message("a"), message("a"), bytes], keepFor: day) == [true, false, true])
        #expect(try await inbox.add([bytes, message("c")], keepFor: day) == [false, true])
        #expect(try await inbox.add([], keepFor: day) == [])
        let taken = try await all(inbox)
        #expect(Set(taken.map(\.message)) == [message("a"), bytes, message("c")])
        #expect(taken.allSatisfy { $0.attempt == 1 })
        #expect(taken.count == 3)
    }

    @Test("what many requests keep at once is kept once each", arguments: TestedEngine.allCases)
    func together(_ engine: TestedEngine) async throws {
        let inbox = try await engine.bench().inbox()
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

    @Test(
        "an event whose worker has gone comes again after its lease, and the late worker is told so",
        arguments: TestedEngine.allCases
    )
    func lease(_ engine: TestedEngine) async throws {
        let bench = try await engine.bench()
        let (database, inbox) = (bench.executor, bench.inbox(lease: .milliseconds(1)))
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

    @Test(
        "work that fails waits, and is stuck after its last attempt; it can be shown, replayed and discarded",
        arguments: TestedEngine.allCases
    )
    func stuck(_ engine: TestedEngine) async throws {
        let bench = try await engine.bench()
        let retries = InboxRetries(attempts: 2, first: .zero, longest: .zero)
        let (database, inbox) = (bench.executor, bench.inbox(retries))
        _ = try await inbox.add([message("a"), message("b")], keepFor: day)
        for isStuck in [false, false, true, true] {
            let taken = try #require(try await inbox.take().first)
            #expect(try await inbox.fail(taken, "Failed\0") == isStuck)
        }
        #expect(try await inbox.take().isEmpty)
        let stuck = try await inbox.stuck()
        #expect(Set(stuck.map(\.key)) == ["w:a", "w:b"])
        #expect(stuck.allSatisfy { $0.attempts == 2 && $0.failure == "Failed" && $0.webhook == "w" })
        #expect(try await inbox.stuck(limit: 1).count == 1)
        #expect(try await inbox.add([message("a")], keepFor: day) == [false])
        #expect(try await inbox.replay("w:a"))
        #expect(try await !inbox.replay("w:x"))
        #expect(try await !inbox.replay(""))
        let again = try #require(try await inbox.take().first)
        #expect((again.message, again.attempt) == (message("a"), 1))
        #expect(try await inbox.complete(again, in: database))
        #expect(try await inbox.discard("w:b"))
        #expect(try await !inbox.discard("w:b"))
        let figures = try await inbox.figures()
        #expect((figures.waiting, figures.stuck, figures.done) == (0, 0, 2))
        #expect(figures.oldest == nil)
    }

    @Test("an event that ends its worker each time is put aside", arguments: TestedEngine.allCases)
    func poison(_ engine: TestedEngine) async throws {
        let inbox = try await engine.bench().inbox(InboxRetries(attempts: 3, first: .zero), lease: .zero)
        _ = try await inbox.add([message("a")], keepFor: day)
        for attempt in 1...3 { #expect(try await inbox.take().map(\.attempt) == [attempt]) }
        #expect(try await inbox.take().isEmpty)
        #expect(try await inbox.stuck().map(\.failure) == ["its worker ended each time, and said nothing"])
        #expect(try await inbox.replayAll() == 1)
        #expect(try await inbox.take().map(\.attempt) == [1])
    }

    @Test(
        "what is done loses its content at once, and its row when its time has passed; then it is new",
        arguments: TestedEngine.allCases
    )
    func retention(_ engine: TestedEngine) async throws {
        let bench = try await engine.bench()
        let (database, inbox) = (bench.executor, bench.inbox())
        _ = try await inbox.add([message("a", "secret")], keepFor: .milliseconds(1))
        _ = try await inbox.add([message("b", "secret")], keepFor: day)
        for taken in try await inbox.take(2) { #expect(try await inbox.complete(taken, in: database)) }
        let rows = try await database.rows(
            of: SQLStatement("SELECT key FROM waybill_inbox WHERE content <> '' OR details <> ''")
        )
        #expect(rows == [])
        #expect(try await inbox.add([message("a")], keepFor: day) == [true])
        for taken in try await inbox.take(2) { #expect(try await inbox.complete(taken, in: database)) }
        #expect(try await inbox.removeEnded() == 0)
        _ = try await database.rows(of: SQLStatement("UPDATE waybill_inbox SET keep_until = received_at"))
        #expect(try await inbox.removeEnded() == 2)
        #expect(try await inbox.figures().done == 0)
    }
}
