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
            The campaigns of the engines run side by side. It ends with 1 where a window had more requests than the rate, one was \
            refused, or fewer came than --least says. Run it by servers.sh, which starts the servers that it needs.
            """
    )

    @Option(help: "How many requests fit into a window.")
    var limit = 30

    @Option(help: "The window, in seconds.")
    var window = 60

    @Option(help: "How much longer the senders take the window to be, in milliseconds.")
    var margin = 500

    @Option(help: "How many messages there are in all.")
    var messages = 90

    @Option(help: "How many processes send them.")
    var processes = 8

    @Option(help: "How much of the ideal rate has to be reached, in percent.")
    var least = 98.0

    @Option(help: "What the processes share: redis or postgres.")
    var engine: [Engine] = [.redis, .postgres]

    func run() async throws {
        if engine.contains(.postgres) {
            let database = PostgresPool(ProcessInfo.processInfo.environment["FLEET_POSTGRES"] ?? "", connections: 1)
            try await PostgresSchema.migrate(database)
        }
        let accounts = try await withThrowingTaskGroup { group in
            for engine in engine { group.addTask { (engine, try await campaign(engine)) } }
            return try await group.reduce(into: [Engine: LimitedServer.Account]()) { $0[$1.0] = $1.1 }
        }
        print("| pacer | processes | messages | rate | most in a window | refused | seconds | of the ideal rate |")
        print("| --- | --- | --- | --- | --- | --- | --- | --- |")
        let areGood = engine.map { engine in accounts[engine].map { tell(engine, $0) } ?? false }
        if areGood.contains(false) { throw ExitCode.failure }
    }

    /// Prints the row of an engine; false where it is not as it has to be.
    private func tell(_ engine: Engine, _ account: LimitedServer.Account) -> Bool {
        let most = account.most(within: Double(window))
        // The last window's messages need not wait for its end.
        let ideal = Double((account.sent - 1) / limit * window)
        let share = account.seconds > 0 ? ideal / account.seconds * 100 : 0
        print(
            "| \(engine.rawValue) | \(processes) | \(account.sent) | \(limit)/\(window) s | \(most) | \(account.refused) "
                + "| \(String(format: "%.1f", account.seconds)) | \(String(format: "%.1f", share)) % |"
        )
        return most <= limit && account.refused == 0 && account.sent == messages && share >= least
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
