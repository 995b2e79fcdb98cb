import ArgumentParser
import Foundation

/// Delivers events to processes that are killed, and counts.
struct WebhooksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhooks",
        abstract: "Delivers events to receivers that are killed, and counts those that were lost or worked on twice.",
        discussion: """
            It ends with 1 where an event was lost, or worked on twice by a form that promises otherwise. Run it by servers.sh, \
            which starts the servers that it needs.
            """
    )

    @Option(help: "How many events each run has.")
    var events = 5_000

    @Option(help: "How often each event is sent.")
    var copies = 4

    @Option(help: "How many processes take them.")
    var processes = 8

    @Option(help: "How many deliveries are under way at once.")
    var lanes = 256

    @Option(help: "The forms: \(Form.allCases.map(\.rawValue).joined(separator: ", ")).")
    var form: [Form] = Form.allCases

    @Option(help: "The scenarios: \(Scenario.allCases.map(\.rawValue).joined(separator: ", ")).")
    var scenario: [Scenario] = Scenario.allCases

    func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        Self.write(
            "| scenario | form | events | deliveries | kills | lost | worked twice | not acknowledged | seconds |"
        )
        Self.write("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
        var isGood = true
        for scenario in scenario {
            for form in form where scenario.concerns(form) {
                let run = WebhookRun(
                    form: form,
                    scenario: scenario,
                    events: events,
                    copies: copies,
                    processes: processes,
                    lanes: lanes
                )
                let row = try await run.row()
                let seconds = row.duration / .seconds(1)
                Self.write(
                    "| \(scenario.rawValue) | \(form.rawValue) | \(events) | \(row.account.deliveries) | \(row.kills) | \(row.lost) "
                        + "| \(row.twice) | \(row.account.givenUp) | \(String(format: "%.1f", seconds)) |"
                )
                if row.lost > 0 || row.account.givenUp > 0 || (form.isExactlyOnce && row.twice > 0) { isGood = false }
            }
        }
        if !isGood { throw ExitCode.failure }
    }

    /// At once, also into a pipe.
    private static func write(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }
}
