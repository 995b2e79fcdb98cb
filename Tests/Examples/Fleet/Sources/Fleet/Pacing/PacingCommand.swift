import ArgumentParser
import FleetDrivers
import Foundation
import WaybillStores

/// Has several processes send under one key, and counts.
struct PacingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pacing",
        abstract: "Has several processes send a campaign under one key, and counts what the server refuses.",
        discussion: """
            It ends with 1 where a window had more requests than the rate, or one was refused. Run it by servers.sh, which starts \
            the servers that it needs.
            """
    )

    @Option(help: "How many requests fit into a window.")
    var limit = 30

    @Option(help: "The window, in seconds.")
    var window = 10

    @Option(help: "How much longer the senders take the window to be, in milliseconds.")
    var margin = 100

    @Option(help: "How many messages there are in all.")
    var messages = 300

    @Option(help: "How many processes send them.")
    var processes = 8

    @Option(help: "What the processes share: redis or postgres.")
    var engine: [Engine] = [.redis, .postgres]

    func run() async throws {
        print("| pacer | processes | messages | rate | most in a window | refused | seconds | of the ideal rate |")
        print("| --- | --- | --- | --- | --- | --- | --- | --- |")
        var isGood = true
        for engine in engine {
            if engine == .postgres {
                let database = PostgresPool(ProcessInfo.processInfo.environment["FLEET_POSTGRES"] ?? "", connections: 1)
                try await PostgresSchema.migrate(database)
            }
            let account = try await campaign(engine)
            let most = account.most(within: Double(window))
            // The last window's messages need not wait for its end.
            let ideal = Double((account.sent - 1) / limit * window)
            let share = account.seconds > 0 ? ideal / account.seconds : 0
            print(
                "| \(engine.rawValue) | \(processes) | \(account.sent) | \(limit)/\(window) s | \(most) | \(account.refused) "
                    + "| \(String(format: "%.1f", account.seconds)) | \(String(format: "%.1f", share * 100)) % |"
            )
            if most > limit || account.refused > 0 || account.sent != messages { isGood = false }
        }
        if !isGood { throw ExitCode.failure }
    }

    /// All processes begin at once.
    private func campaign(_ engine: Engine) async throws -> LimitedServer.Account {
        let server = try LimitedServer(limit: limit, window: Double(window))
        let name = "\(UInt32.random(in: 0...UInt32.max))"
        let senders = try (0..<processes).map { number in
            let process = Process()
            process.executableURL = Bundle.main.executableURL
            process.arguments = [
                "paced-sender", server.url, "--engine", engine.rawValue,
                "--messages", "\(messages / processes + (number < messages % processes ? 1 : 0))",
                "--limit", "\(limit)", "--window", "\(window)", "--margin", "\(margin)", "--run", name,
            ]
            try process.run()
            return process
        }
        for sender in senders {
            await withCheckedContinuation { continuation in
                Thread.detachNewThread {
                    sender.waitUntilExit()
                    continuation.resume()
                }
            }
        }
        return server.account
    }
}
