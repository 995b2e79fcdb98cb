import HummingbirdTesting
import Synchronization
import Testing

@testable import Receiver

@Suite("Answers and work", .timeLimit(.minutes(30)))
struct AcknowledgementTests {
    private struct WorkFailure: Error {}

    private static let bought = "Airtime for 2348000000001 was bought (secret 0)"

    @Test("Connectly's event is answered with 200 before the work begins")
    func connectlyIsAnsweredFirst() async throws {
        let fixture = try Fixture()
        try await fixture.run { client async throws in
            #expect(try await client.postConnectly() == 200)
            #expect(await fixture.story.lines(3) == ["answered 200", "work begins", "Ada wrote: Hi (secret 0)"])
        }
    }

    @Test("Simpu's event is answered with 200 before the work begins")
    func simpuIsAnsweredFirst() async throws {
        let fixture = try Fixture()
        try await fixture.run { client async throws in
            #expect(try await client.postSimpu() == 200)
            #expect(await fixture.story.lines(3) == ["answered 200", "work begins", Self.bought])
        }
    }

    @Test("An answer does not wait for work that never ends")
    func workMayTakeLong() async throws {
        let (gate, opener) = AsyncStream.makeStream(of: Void.self)
        let fixture = try Fixture { _ in for await _ in gate {} }
        try await fixture.run { client async throws in
            #expect(try await client.postSimpu() == 200)
            #expect(try await client.postConnectly() == 200)
            #expect(!fixture.story.lines.contains(Self.bought))
            opener.finish()
            #expect(await fixture.story.lines(6).contains(Self.bought))
        }
    }

    @Test("Work that fails after the answer is tried again, since the service never sends the event again")
    func lateWorkIsTriedAgain() async throws {
        let failures = Mutex(1)
        let fixture = try Fixture { _ in
            let fails = failures.withLock { left in
                defer { left -= 1 }
                return left > 0
            }
            if fails { throw WorkFailure() }
        }
        try await fixture.run { client async throws in
            #expect(try await client.postSimpu() == 200)
            _ = await fixture.story.lines(2)
            #expect(try await client.postSimpu() == 200)
            fixture.ring()
            let lines = await fixture.story.lines(5)
            #expect(lines.filter { $0 == "work begins" }.count == 2)
            #expect(lines.filter { $0 == Self.bought }.count == 1)
        }
    }

    @Test("Work that comes first and fails is answered with 500, and done when the event comes again")
    func failingWorkIsRedelivered() async throws {
        let failures = Mutex(2)
        let fixture = try Fixture { _ in
            let fails = failures.withLock { left in
                defer { left -= 1 }
                return left > 0
            }
            if fails { throw WorkFailure() }
        }
        let path = "/webhooks/simpu/work-first"
        try await fixture.run { client async throws in
            #expect(try await client.postSimpu(to: path) == 500)
            #expect(try await client.postSimpu(to: path) == 500)
            #expect(try await client.postSimpu(to: path) == 200)
            #expect(try await client.postSimpu(to: path) == 200)
            let lines = await fixture.story.lines(6)
            #expect(
                lines == ["work begins", "work begins", "work begins", Self.bought, "answered 200", "answered 200"]
            )
        }
    }
}
