import ArgumentParser
import Foundation

/// Kills senders of an outbox, and counts.
struct OutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox",
        abstract: "Kills senders of an outbox at random moments, and counts messages that went out twice or never.",
        discussion: """
            The server that they send to fails too: before a message goes out, after it, and in its answer. It ends with 1 where \
            a message went out twice or never. Run it by servers.sh, which starts the servers that it needs.
            """
    )

    @Option(help: "How many senders are killed.")
    var crashes = 1_000

    func validate() throws {
        if crashes < 1 { throw ValidationError("give at least one crash") }
    }

    func run() async throws {
        let report = try await OutboxCrashes(crashes).run()
        print(OutboxCrashes.Report.head)
        print(report.row)
        if !report.isGood { throw ExitCode.failure }
    }
}
