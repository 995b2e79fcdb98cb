import AsyncHTTPClient
import Foundation
import NIOCore
import Simpu
import Testing

@testable import Receiver

/// The program itself, killed at the moment when it has acknowledged: nothing of that is lost.
@Suite("Killed", .timeLimit(.minutes(30)))
struct KilledReceiverTests {
    @Test("what was acknowledged is worked on, each event once, though the program was killed ten times")
    func killed() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("receiver.sqlite")
        var acknowledged: Set<String> = []
        for turn in 0..<10 {
            let program = try RunningReceiver(database: path)
            defer { program.kill() }
            for number in 0..<5 {
                let id = "evt.\(turn)_\(number)"
                if try await program.post(id) == 200 { acknowledged.insert(id) }
            }
        }
        #expect(acknowledged.count == 50)
        let database = try await Database(path: path)
        let program = try RunningReceiver(database: path)
        defer { program.kill() }
        var sentences: [String] = []
        // The test's time limit bounds it.
        while sentences.count < 50 { sentences = try await database.sentences() }
        #expect(sentences.count == 50)
        #expect(Set(sentences) == Set(acknowledged.map { "Simpu sent something new: \($0)" }))
    }
}

/// The receiver as a process of its own.
private final class RunningReceiver: Sendable {
    private let process: Process
    private let port: Int

    init(database: String) throws {
        port = Int.random(in: 20_000..<32_000)
        process = Process()
        let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        process.executableURL = folder.appending(path: "Receiver")
        process.arguments = ["--database", database, "--port", "\(port)"]
        process.environment = ["CONNECTLY_WEBHOOK_SECRETS": Fixture.secret, "SIMPU_WEBHOOK_SECRETS": Fixture.secret]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    /// Ends it at once, with whatever it is doing.
    func kill() { _ = Foundation.kill(process.processIdentifier, SIGKILL) }

    /// Posts an event of a type of its own, so that its sentence tells which it is.
    func post(_ id: String) async throws -> UInt {
        let body = #"{"id":"\#(id)","type":"\#(id)","data":{}}"#
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/webhooks/simpu")
        request.method = .POST
        for field in try SimpuWebhook(secrets: [Fixture.secret]).sign(body: Array(body.utf8)) {
            request.headers.add(name: field.name.canonicalName, value: field.value)
        }
        request.body = .bytes(ByteBuffer(string: body))
        while true {
            do {
                return try await HTTPClient.shared.execute(request, timeout: .seconds(60)).status.code
            } catch {
                // It is still starting; one that ended by itself never answers.
                guard process.isRunning else { throw error }
            }
        }
    }
}
