import ArgumentParser
import WaybillStores

/// Gives up an event.
struct DiscardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discard",
        abstract: "Give up an event that is stuck, and delete its content."
    )

    @Argument(help: "The event's key, as `stuck` lists it.")
    var key: String

    @OptionGroup var file: FileArguments

    func run() async throws {
        let inbox = SQLInbox(sqlite: try await file.existing())
        guard try await inbox.discard(key) else { throw ValidationError("no event '\(key)' is stuck") }
        print("1 discarded")
    }
}
