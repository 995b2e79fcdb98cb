import ArgumentParser
import FleetDrivers
import Foundation
import Simpu
import WaybillWebhooks

/// One receiver of a fleet: takes deliveries on standard input, a line each, and answers on standard output.
///
/// A line is `number event`; its answer is `number status`.
struct ReceiverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "receiver", shouldDisplay: false)

    @Option var form: Form
    /// What the engine's driver connects to.
    @Option var postgres: String
    @Option var redisPort: Int32
    /// What keeps this run apart from others on the same engine.
    @Option var run: String
    /// Where effects go that are in no database, and the file of SQLite.
    @Option var folder: String

    func run() async throws {
        let receiver = try Receiver(self)
        await withDiscardingTaskGroup { group in
            for _ in 0..<receiver.workers { group.addTask { await receiver.workOnInbox() } }
            for await line in Self.lines() {
                let words = line.split(separator: " ")
                guard words.count == 2 else { continue }
                let (number, event) = (String(words[0]), String(words[1]))
                group.addTask {
                    let status = await receiver.status(of: event)
                    // One write of less than PIPE_BUF bytes is whole, also beside others.
                    try? FileHandle.standardOutput.write(contentsOf: Data("\(number) \(status)\n".utf8))
                }
            }
            group.cancelAll()
        }
    }

    private static func lines() -> AsyncStream<String> {
        AsyncStream { continuation in
            Thread.detachNewThread {
                while let line = readLine() { continuation.yield(line) }
                continuation.finish()
            }
        }
    }
}
