import Testing
@_spi(Generated) import WaybillRuntime
import WaybillTesting

@_spi(Generated) @testable import WaybillOutbox

@Suite struct OutboxCareTests {
    private let lost = StubAnswer.failure(TransportError(progress: .unknown, reason: .reset))

    /// An outbox with a request in doubt (1), a refused one (2) and a queued one (3).
    private func sample(_ more: StubAnswer...) async throws -> SampleOutbox<InMemoryOutboxStore> {
        let sample = try SampleOutbox([lost, .status(400)] + more)
        for id in ["1", "2", "3"] {
            _ = try await sample.outbox.add(SampleClient.send(id, resend: .never), id: id)
            sample.clock.advance(by: .milliseconds(1))
            if id != "3" { _ = try await sample.outbox.work() }
        }
        return sample
    }

    @Test("What is in doubt is listed, and stays until somebody says what became of it")
    func doubts() async throws {
        let sample = try await sample(.status(200))
        #expect(try await sample.outbox.list(.inDoubt).map(\.id) == ["1"])
        #expect(try await sample.outbox.list(.refused, limit: 0).isEmpty)
        #expect(try await sample.outbox.list(.inDoubt).first?.request.contains("messages") == true)
        #expect(try await !sample.outbox.retry("1"))
        #expect(try await sample.outbox.resolve("1", as: .sent))
        #expect(try await !sample.outbox.resolve("1", as: .notSent))
        let row = try #require(await sample.outbox.row("1"))
        #expect(row.state == .sent && row.request.isEmpty)
    }

    @Test("What was not carried out is sent again, as a new one")
    func again() async throws {
        let sample = try await sample(.status(200), .status(200), .status(200))
        #expect(try await sample.outbox.resolve("1", as: .notSent))
        #expect(try await sample.outbox.retry("2"))
        #expect(try await !sample.outbox.resolve("2", as: .sent))
        #expect(try await !sample.outbox.retry("x"))
        for _ in 0..<3 { _ = try await sample.outbox.work() }
        #expect(try await sample.outbox.list(.sent).map(\.id) == ["1", "2", "3"])
        #expect(try await sample.outbox.row("1")?.attempts == 1)
    }

    @Test("What is given up is not sent, and its content is gone; what is being sent cannot be given up")
    func discards() async throws {
        let sample = try await sample()
        for id in ["1", "2", "3"] { #expect(try await sample.outbox.discard(id)) }
        #expect(try await sample.outbox.list(.discarded).allSatisfy { $0.request.isEmpty })
        _ = try await sample.outbox.add(SampleClient.send(), id: "4")
        _ = await sample.store.take(from: "outbox", lease: .seconds(45))
        #expect(try await !sample.outbox.discard("4"))
    }

    @Test("A worker whose request was resolved meanwhile changes nothing")
    func fence() async throws {
        let sample = try SampleOutbox([])
        _ = try await sample.outbox.add(SampleClient.send(resend: .never), id: "1")
        let first = try #require(await sample.store.take(from: "outbox", lease: .zero))
        #expect(try await sample.step() == .inDoubt)
        #expect(try await sample.outbox.resolve("1", as: .sent))
        let ending = OutboxEnding.waits(.zero, isPending: false, failure: "")
        #expect(await !sample.store.end(first, in: "outbox", as: ending, keepFor: .zero))
        #expect(try await sample.outbox.row("1")?.state == .sent)
    }

    @Test("Outboxes of one store do not see each other's requests")
    func names() async throws {
        let sample = try SampleOutbox([.status(200)])
        let client = try SampleClient(sample.transport, clock: sample.clock.runtime)
        let other = Outbox(client, in: sample.store, name: "other", clock: sample.clock.runtime)
        #expect(try await sample.outbox.add(SampleClient.send(), id: "1"))
        #expect(try await other.add(SampleClient.send(), id: "1"))
        _ = try await other.work()
        #expect(try await other.row("1")?.state == .sent)
        #expect(try await sample.outbox.row("1")?.state == .queued)
        guard case .idle = try await other.work() else {
            Issue.record("took another outbox's request")
            return
        }
    }

    @Test("Figures count, and what has ended is deleted in its time, except what is in doubt")
    func figures() async throws {
        let sample = try await sample()
        sample.clock.advance(by: .seconds(100))
        let figures = try await sample.outbox.figures()
        #expect((figures.queued, figures.sending, figures.sent, figures.refused, figures.inDoubt) == (1, 0, 0, 1, 1))
        #expect(figures.oldest.map { $0 >= .seconds(100) } == true)
        #expect(try await sample.outbox.discard("3"))
        #expect(try await sample.outbox.figures().oldest == nil)
        #expect(try await sample.outbox.removeEnded() == 0)
        sample.clock.advance(by: .seconds(31 * 86_400))
        #expect(try await sample.outbox.removeEnded() == 2)
        #expect(try await sample.outbox.row("1")?.state == .inDoubt)
        #expect(try await sample.outbox.row("2") == nil)
    }
}
