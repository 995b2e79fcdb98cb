import Foundation

/// One run of the program in a process of its own.
final class ProgramRun: Sendable {
    private let process: Process
    private let output: URL
    private let end: AsyncStream<Void>

    /// Starts the program.
    init(_ step: String, in folder: URL, url: String) throws {
        process = Process()
        process.executableURL = Self.executable
        process.arguments = [step, folder.appending(path: "request.json").path, url]
        output = folder.appending(path: "\(step).out")
        _ = FileManager.default.createFile(atPath: output.path, contents: nil)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        let (end, continuation) = AsyncStream.makeStream(of: Void.self)
        self.end = end
        process.terminationHandler = { _ in continuation.finish() }
        try process.run()
    }

    /// Ends the process as a crash of the machine would.
    func crash() { kill(process.processIdentifier, SIGKILL) }

    /// What the program printed, once it has ended.
    func printed() async throws -> String {
        for await _ in end {}
        return try String(contentsOf: output, encoding: .utf8)
    }

    /// The program stands beside the test bundle, in the package's build folder.
    private static var executable: URL {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0])
        for folder in sequence(first: bundle, next: { $0.path == "/" ? nil : $0.deletingLastPathComponent() }) {
            let candidate = folder.appending(path: "RestartedProgram")
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder)
            if isThere, !isFolder.boolValue { return candidate }
        }
        return bundle
    }
}
