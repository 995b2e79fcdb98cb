import ArgumentParser
import Testing
import WaybillStores

@testable import Receiver

/// The commands that care for events that are stuck.
@Suite("Care", .timeLimit(.minutes(30)))
struct CareTests {
    private struct WorkFailure: Error {}

    @Test("an event that is stuck is replayed, and given up, by its key")
    func stuck() async throws {
        let fixture = try await Fixture { _ in throw WorkFailure() }
        try await fixture.run { client async throws in #expect(try await client.postSimpu() == 200) }
        _ = try await fixture.lines()
        let key = try #require(try await fixture.inbox.stuck().first?.key)
        let file = ["--database", fixture.path]
        try await StuckCommand.parse(file).run()
        try await ReplayCommand.parse([key] + file).run()
        #expect(try await fixture.inbox.figures().waiting == 1)
        await #expect(throws: ValidationError.self) { try await ReplayCommand.parse([key] + file).run() }
        _ = try await fixture.lines()
        try await ReplayCommand.parse(file).run()
        #expect(try await fixture.inbox.figures().waiting == 1)
        _ = try await fixture.lines()
        try await DiscardCommand.parse([key] + file).run()
        #expect(try await fixture.inbox.stuck().isEmpty)
        await #expect(throws: ValidationError.self) { try await DiscardCommand.parse([key] + file).run() }
    }

    @Test("a file that does not exist is an error, and is not made")
    func noFile() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("none.sqlite")
        for _ in 0..<2 {
            await #expect(throws: ValidationError.self) { try await StuckCommand.parse(["--database", path]).run() }
        }
    }
}
