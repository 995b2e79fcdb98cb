import ArgumentParser
import WaybillStores

/// Has events worked on again.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Have events that are stuck worked on again."
    )

    @Argument(help: "The event's key, as `stuck` lists it; all of them without one.")
    var key: String?

    @OptionGroup var file: FileArguments

    func run() async throws {
        let inbox = SQLInbox(sqlite: try await file.existing())
        guard let key else {
            print("\(try await inbox.replayAll()) replayed")
            return
        }
        guard try await inbox.replay(key) else { throw ValidationError("no event '\(key)' is stuck") }
        print("1 replayed")
    }
}
