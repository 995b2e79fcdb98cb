import HummingbirdTesting
import Synchronization
import Testing
import WaybillStores

@testable import Receiver

@Suite("Work and answers", .timeLimit(.minutes(30)))
struct AcknowledgementTests {
    private struct WorkFailure: Error {}

    /// An inbox whose disk is full.
    private struct FullInbox: WebhookInbox {
        func add(_ messages: [InboxMessage], keepFor: Duration) async throws -> [Bool] { throw WorkFailure() }
    }

    private static let bought = "Airtime for 2348000000001 was bought (secret 0)"

    @Test("An event is kept, answered with 200, and worked on later")
    func keepsFirst() async throws {
        let fixture = try await Fixture()
        try await fixture.run { client async throws in
            #expect(try await client.postConnectly() == 200)
            #expect(try await client.postSimpu() == 200)
        }
        #expect(fixture.story.lines.isEmpty)
        #expect(Set(try await fixture.lines()) == ["Ada wrote: Hi (secret 0)", Self.bought])
        #expect(try await fixture.database.sentences().count == 2)
    }

    @Test("Work that fails leaves nothing, and is done when its time comes again")
    func failingWork() async throws {
        let failures = Mutex(2)
        let fixture = try await Fixture { _ in
            let fails = failures.withLock { left in
                defer { left -= 1 }
                return left > 0
            }
            if fails { throw WorkFailure() }
        }
        try await fixture.run { client async throws in #expect(try await client.postSimpu() == 200) }
        #expect(try await fixture.worker.step())
        #expect(try await fixture.database.sentences().isEmpty)
        #expect(try await fixture.lines() == [Self.bought])
        #expect(try await fixture.database.sentences().count == 1)
    }

    @Test("Work that never succeeds is put aside as stuck, and can be replayed")
    func stuck() async throws {
        let fails = Mutex(true)
        let fixture = try await Fixture { _ in if fails.withLock({ $0 }) { throw WorkFailure() } }
        try await fixture.run { client async throws in #expect(try await client.postSimpu() == 200) }
        #expect(try await fixture.lines().isEmpty)
        let stuck = try #require(try await fixture.inbox.stuck().first)
        #expect((stuck.attempts, stuck.failure) == (3, "WorkFailure"))
        fails.withLock { $0 = false }
        #expect(try await fixture.inbox.replay(stuck.key))
        #expect(try await fixture.lines() == [Self.bought])
    }

    @Test("An event that cannot be kept is answered with 500, so that it comes again")
    func full() async throws {
        let fixture = try await Fixture(inbox: FullInbox())
        try await fixture.run { client async throws in #expect(try await client.postSimpu() == 500) }
        #expect(try await fixture.lines().isEmpty)
    }
}
