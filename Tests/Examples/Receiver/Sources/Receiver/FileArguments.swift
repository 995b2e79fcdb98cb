import ArgumentParser
import Foundation

/// The file that all commands share.
struct FileArguments: ParsableArguments {
    @Option(help: "The file that events are kept in.", completion: .file())
    var database = "receiver.sqlite"

    /// Opens the file of a receiver; makes none where there is none, since that has nothing to show.
    func existing() async throws -> Database {
        guard FileManager.default.fileExists(atPath: database) else {
            throw ValidationError("there is no file '\(database)'; give a receiver's by --database")
        }
        return try await Database(path: database)
    }
}
