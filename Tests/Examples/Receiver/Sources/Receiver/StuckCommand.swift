import ArgumentParser
import WaybillStores

/// Lists events that no worker works on any more.
struct StuckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stuck",
        abstract: "List the events whose last attempt has failed."
    )

    @OptionGroup var file: FileArguments

    func run() async throws {
        let inbox = SQLInbox(sqlite: try await file.existing())
        let stuck = try await inbox.stuck()
        for event in stuck { print("\(event.key)  \(event.attempts) attempts, the last: \(event.failure)") }
        if stuck.isEmpty { print("none") }
    }
}
