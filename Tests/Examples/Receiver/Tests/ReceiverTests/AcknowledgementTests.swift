import HummingbirdTesting
import Synchronization
import Testing

@testable import Receiver

@Suite("Work and answers", .timeLimit(.minutes(30)))
struct AcknowledgementTests {
    private struct WorkFailure: Error {}

    private static let bought = "Airtime for 2348000000001 was bought (secret 0)"

    @Test("An event is worked on, and then answered with 200")
    func worksFirst() async throws {
        let fixture = try Fixture()
        try await fixture.run { client async throws in
            #expect(try await client.postConnectly() == 200)
            #expect(try await client.postSimpu() == 200)
        }
        #expect(
            fixture.story.lines == ["work begins", "Ada wrote: Hi (secret 0)", "work begins", Self.bought]
        )
    }

    @Test("Work that fails is answered with 500, and done when the event comes again")
    func failingWorkIsRedelivered() async throws {
        let failures = Mutex(2)
        let fixture = try Fixture { _ in
            let fails = failures.withLock { left in
                defer { left -= 1 }
                return left > 0
            }
            if fails { throw WorkFailure() }
        }
        try await fixture.run { client async throws in
            #expect(try await client.postSimpu() == 500)
            #expect(try await client.postSimpu() == 500)
            #expect(try await client.postSimpu() == 200)
            #expect(try await client.postSimpu() == 200)
        }
        #expect(fixture.story.lines == ["work begins", "work begins", "work begins", Self.bought])
    }

    @Test("A copy that comes during the work is not acknowledged, so that the event comes again should the work fail")
    func copyDuringWork() async throws {
        let (gate, opener) = AsyncStream.makeStream(of: Void.self)
        let failures = Mutex(1)
        let fixture = try Fixture { _ in
            for await _ in gate {}
            let fails = failures.withLock { left in
                defer { left -= 1 }
                return left > 0
            }
            if fails { throw WorkFailure() }
        }
        try await fixture.run(.ahc(.http)) { client async throws in
            async let first = client.postSimpu()
            _ = await fixture.story.lines(1)
            #expect(try await client.postSimpu() == 503)
            opener.finish()
            #expect(try await first == 500)
            #expect(try await client.postSimpu() == 200)
        }
        #expect(fixture.story.lines == ["work begins", "work begins", Self.bought])
    }
}
