import FleetDrivers
import Foundation
import Testing
import Walinko
import WaybillStores
import WaybillTesting

/// An outbox on a real PostgreSQL, with a table for each test.
@Suite struct OutboxTests {
    private struct Failed: Error {}

    private let database: PostgresPool
    private let store: SQLOutbox

    init() async throws {
        database = try await Servers.ownSchema()
        try await PostgresSchema.migrate(database)
        store = SQLOutbox(postgres: database)
    }

    private func outbox(
        _ transport: StubTransport,
        _ rules: OutboxRules = OutboxRules()
    ) throws -> Outbox<WalinkoClient, SQLOutbox> {
        let configuration = ClientConfiguration(transport: transport)
        return Outbox(
            try WalinkoClient(apiKey: "walk_live_test.secret", configuration: configuration),
            in: store,
            rules: rules
        )
    }

    private func message(_ text: String = "é '$1") -> APIRequest<WalinkoClient, SentMessage> {
        WalinkoClient.Messages.send(deviceID: 1, templateID: 12, phone: "+8801617738431", variables: ["text": text])
    }

    @Test("a request is kept with the order, or not at all")
    func transaction() async throws {
        let outbox = try outbox(StubTransport(.status(200)))
        await #expect(throws: Failed.self) {
            try await database.withTransaction { connection in
                #expect(try await outbox.add(message(), id: "1", in: connection))
                throw Failed()
            }
        }
        #expect(try await outbox.row("1") == nil)
        try await database.withTransaction { connection in
            let first = try await outbox.add(message(), id: "1", in: connection)
            let second = try await outbox.add(message(), id: "1", in: connection)
            #expect(first && !second)
        }
        #expect(try await !outbox.add(message(), id: "1"))
        #expect(try await outbox.row("1")?.state == .queued)
    }

    @Test("what is sent is what was kept, and its answer is kept in its place")
    func sends() async throws {
        let transport = StubTransport(.json(200, #"{"data":"é"}"#))
        let outbox = try outbox(transport)
        _ = try await outbox.add(message(), id: "1")
        let kept = try FilledRequest(parsing: Array(#require(await outbox.row("1")).request.utf8))
        guard case .sent("1", _) = try await outbox.work() else {
            Issue.record("not sent")
            return
        }
        #expect(transport.requests.map(\.body) == [kept.body])
        #expect(transport.requests.first?.header("Idempotency-Key") == kept.idempotencyKey)
        let row = try #require(await outbox.row("1"))
        #expect(row.state == .sent && row.request.isEmpty && row.answer == #"{"data":"é"}"# && row.attempts == 1)
    }

    @Test("many workers send each request once")
    func workers() async throws {
        let transport = StubTransport { _ in .status(200) }
        let outbox = try outbox(transport)
        try await withThrowingTaskGroup { group in
            for number in 0..<100 { group.addTask { _ = try await outbox.add(message(), id: "\(number)") } }
            try await group.waitForAll()
        }
        try await withThrowingTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    while try await outbox.figures().queued > 0 { _ = try await outbox.work() }
                }
            }
            try await group.waitForAll()
        }
        let keys = transport.requests.compactMap { $0.header("Idempotency-Key") }
        #expect(keys.count == 100 && Set(keys).count == 100)
        #expect(try await outbox.figures().sent == 100)
    }

    @Test("a request whose worker has gone comes again after its lease, and the late worker changes nothing")
    func lease() async throws {
        let outbox = try outbox(StubTransport())
        _ = try await outbox.add(message(), id: "1")
        let first = try #require(await store.take(from: outbox.name, lease: .seconds(60)))
        #expect(first.attempt == 1 && first.pending == nil)
        #expect(try await store.take(from: outbox.name, lease: .zero) == nil)
        _ = try await database.rows(
            of: SQLStatement("UPDATE waybill_outbox SET due_at = 0, first_sent_at = first_sent_at - 5000")
        )
        let second = try #require(await store.take(from: outbox.name, lease: .seconds(60)))
        #expect(second.attempt == 2 && second.fence > first.fence)
        #expect(second.pending.map { $0 >= .seconds(5) } == true)
        let end = { (taken: TakenRequest, ending: OutboxEnding) in
            try await store.end(taken, in: outbox.name, as: ending, keepFor: .seconds(60))
        }
        #expect(try await !end(first, .waits(.zero, isPending: false, failure: "")))
        for _ in 0..<2 { #expect(try await end(second, .waits(.zero, isPending: true, failure: "cut\0 off"))) }
        let row = try #require(await outbox.row("1"))
        #expect(row.state == .sending && row.failure == "cut off" && row.firstSentAt != nil)
        let third = try #require(await store.take(from: outbox.name, lease: .seconds(60)))
        #expect(try await end(third, .waits(.zero, isPending: false, failure: "HTTP 429")))
        #expect(try await outbox.row("1")?.firstSentAt == nil)
        let fourth = try #require(await store.take(from: outbox.name, lease: .zero))
        #expect(fourth.attempt == 4 && fourth.pending == nil)
    }

    @Test("what is in doubt can be listed, resolved, sent again and discarded, and is never deleted")
    func care() async throws {
        let lost = StubAnswer.failure(TransportError(progress: .unknown, reason: .reset))
        let rules = OutboxRules(retries: OutboxRetries(attempts: 1), keepFor: .zero)
        let outbox = try outbox(StubTransport(lost, lost, .status(400), .status(200)), rules)
        for id in ["1", "2", "3"] {
            _ = try await outbox.add(message(), id: id)
            _ = try await outbox.work()
        }
        #expect(try await outbox.list(.inDoubt).map(\.id) == ["1", "2"])
        #expect(try await outbox.list(.inDoubt, limit: 1).map(\.failure) == ["connection_reset"])
        #expect(try await outbox.list(.refused).map(\.failure) == ["HTTP 400"])
        #expect(try await outbox.resolve("1", as: .sent))
        #expect(try await !outbox.resolve("1", as: .notSent))
        #expect(try await outbox.resolve("2", as: .notSent))
        #expect(try await outbox.discard("3"))
        guard case .sent("2", _) = try await outbox.work() else {
            Issue.record("not sent again")
            return
        }
        let figures = try await outbox.figures()
        #expect((figures.queued, figures.sent, figures.refused, figures.inDoubt) == (0, 2, 0, 0))
        #expect(figures.oldest == nil)
        _ = try await database.rows(of: SQLStatement("UPDATE waybill_outbox SET keep_until = keep_until - 1000"))
        #expect(try await outbox.removeEnded() == 3)
        #expect(try await outbox.row("1") == nil)
    }
}
