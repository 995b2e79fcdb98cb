import HummingbirdTesting
import Testing

@testable import Receiver

@Suite("Copies", .timeLimit(.minutes(30)))
struct DeduplicationTests {
    @Test("A copy is acknowledged and not worked on, before the first was worked on and after it")
    func copies() async throws {
        let fixture = try await Fixture()
        try await fixture.run { client async throws in
            for _ in 0..<3 {
                #expect(try await client.postConnectly() == 200)
                #expect(try await client.postSimpu() == 200)
            }
            #expect(try await fixture.lines().count == 2)
            #expect(try await client.postConnectly() == 200)
            #expect(try await fixture.lines().count == 2)
        }
    }

    @Test("Of twenty copies at once, on connections of their own, one is worked on")
    func copiesAtOnce() async throws {
        let fixture = try await Fixture()
        try await fixture.run(.ahc(.http)) { client async throws in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<20 {
                    group.addTask { try await client.postSimpu() }
                }
                for try await status in group { #expect(status == 200) }
            }
        }
        #expect(try await fixture.lines().count == 1)
    }

    @Test("Simpu's events are told apart by their id, whatever else they say")
    func idsCount() async throws {
        let fixture = try await Fixture()
        let sameID = Fixture.simpuBody.replacing("12.0", with: "13.0")
        let otherID = Fixture.simpuBody.replacing("evt.airtime_0001", with: "evt.airtime_0002")
        try await fixture.run { client async throws in
            for body in [Fixture.simpuBody, sameID, otherID] {
                #expect(try await client.postSimpu(body) == 200)
            }
        }
        #expect(try await fixture.lines().count == 2)
    }
}
