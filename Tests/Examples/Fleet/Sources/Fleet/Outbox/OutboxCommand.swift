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

    @Option(help: "Where the outbox is: \(OutboxCrashes.Place.allCases.map(\.rawValue).joined(separator: ", ")).")
    var place: [OutboxCrashes.Place] = OutboxCrashes.Place.allCases

    func validate() throws {
        if crashes < 1 { throw ValidationError("give at least one crash") }
    }

    func run() async throws {
        print(OutboxCrashes.Report.head)
        var isGood = true
        for place in place {
            let report = try await OutboxCrashes(crashes, place).run()
            print(report.row)
            if !report.isGood { isGood = false }
        }
        if !isGood { throw ExitCode.failure }
    }
}
