import Foundation

/// The built tool, run in a folder of its own as a user would.
struct Tool {
    /// How one run ended.
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The folder that holds spec/ and Sources/.
    let folder: URL

    /// Makes a folder with one small spec, which `remove` takes away again.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "waybill-cli-\(UUID().uuidString)")
        try write(Self.api, to: "spec/pigeon/api.yaml")
        try write(Self.sandbox, to: "spec/pigeon/api.sandbox.yaml")
        try write(Self.letters, to: "spec/pigeon/letters.yaml")
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }

    func write(_ text: String, to path: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: file)
    }

    func read(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
    }

    /// The paths of all files below a folder, with their texts.
    func sources(below name: String = "Sources") throws -> [String: String] {
        let root = folder.appending(path: name).path
        let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        var texts: [String: String] = [:]
        for path in paths where path.hasSuffix(".swift") || path.hasSuffix(".md") {
            texts[path] = try read("\(name)/\(path)")
        }
        return texts
    }

    /// The paths of all files and folders below a folder, sorted.
    func names(below name: String) throws -> [String] {
        let root = folder.appending(path: name).path
        return (FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []).sorted()
    }

    func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

    /// Runs the tool, or another program, to its end, with nothing on its standard input.
    func run(
        _ arguments: [String],
        program: URL = executable,
        environment: [String: String]? = nil
    ) throws -> Outcome {
        let running = try start(arguments, program: program, environment: environment)
        running.process.waitUntilExit()
        return Outcome(
            status: running.process.terminationStatus,
            output: try running.output(),
            errors: String(decoding: try Data(contentsOf: running.errorFile), as: UTF8.self)
        )
    }

    func start(_ arguments: String...) throws -> RunningTool {
        try start(arguments, program: Self.executable, environment: nil)
    }

    /// Starts a program, with files of its own for what it prints.
    private func start(_ arguments: [String], program: URL, environment: [String: String]?) throws -> RunningTool {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        if let environment { process.environment = environment }
        process.currentDirectoryURL = folder
        let name = UUID().uuidString
        let running = RunningTool(
            process: process,
            outputFile: folder.appending(path: "\(name).out"),
            errorFile: folder.appending(path: "\(name).err")
        )
        for file in [running.outputFile, running.errorFile] {
            _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: running.outputFile)
        process.standardError = try FileHandle(forWritingTo: running.errorFile)
        try process.run()
        return running
    }

    /// The tool stands beside the test bundle, in the package's build folder.
    static var executable: URL {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0])
        for folder in sequence(first: bundle, next: { $0.path == "/" ? nil : $0.deletingLastPathComponent() }) {
            let candidate = folder.appending(path: "waybill")
            if FileManager.default.isExecutableFile(atPath: candidate.path), !isFolder(candidate) { return candidate }
        }
        return bundle
    }

    private static func isFolder(_ url: URL) -> Bool {
        (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
    }

    private static let api = """
        waybill: 1
        api: Pigeon
        about: Letters by pigeon.
        clients:
          PigeonClient:
            about: Sends pigeons.
            servers:
              production: https://api.pigeon.example
            auth:
              credentials:
                apiKey: { about: The key. }
              headers:
                X-Api-Key: "{apiKey}"
            resources: [letters]

        """

    private static let sandbox = "credentials: { apiKey: coo }\n"

    private static let letters = """
        resource: letters
        about: Letters.
        operations:
          fetch:
            about: Reads one letter.
            http: GET /letters/{id}
            path:
              id: { type: string, unlabeled: true, about: The letter. }
            returns: Letter
            examples:
              found:
                about: A letter.
                arguments: { id: a1 }
                status: 200
                response: '{"id":"a1"}'
        models:
          Letter:
            about: A letter.
            fields:
              id: { type: string, about: The letter. }

        """
}
