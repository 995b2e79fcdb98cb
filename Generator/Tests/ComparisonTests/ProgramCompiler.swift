import Foundation
import Pipeline
import Testing

/// A client that is compiled, so that the compiler and its tools can judge it.
struct ProgramCompiler {
    enum Outcome: Hashable {
        case compiles
        case warns([String])
        case fails([String])

        var isFailure: Bool { if case .fails = self { true } else { false } }
        var isWarning: Bool { if case .warns = self { true } else { false } }
    }

    /// Where SwiftPM has put the modules of the runtime: beside the tests themselves.
    private static let modules = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "Modules").path

    private let folder: URL
    private let name: String

    /// Compiles the client of a spec into a folder of its own.
    init(_ api: ResolvedAPI) throws {
        let module = render(api)
        name = module.name
        folder = FileManager.default.temporaryDirectory.appending(path: "waybill-corpus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let folder = folder
        let files = try module.files.filter { $0.path.hasSuffix(".swift") }.map { file in
            let path = folder.appending(path: file.path.replacing("/", with: "_"))
            try file.text.write(to: path, atomically: true, encoding: .utf8)
            return path.path
        }
        let options = ["-emit-module", "-wmo", "-experimental-skip-non-inlinable-function-bodies"]
        // The client is compiled without the transport, which no program's types depend on.
        let names = ["-module-alias", "WaybillTransport=NoTransport", "-module-name", name]
        let output = folder.appending(path: "\(name).swiftmodule").path
        let (code, text) = try swiftc(options + names + ["-o", output] + files)
        try #require(code == 0, "\(name): \(text.prefix(2000))")
    }

    /// Removes what was compiled.
    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// What the compiler says of the corpus's program, with this client.
    func outcome() throws -> Outcome {
        let (code, text) = try swiftc(["-typecheck", Corpus.program])
        let lines = text.split(separator: "\n").map(String.init)
        let errors = lines.filter { $0.contains(": error: ") }
        if code != 0 { return .fails(errors) }
        let warnings = lines.filter { $0.contains(": warning: ") }
        return warnings.isEmpty ? .compiles : .warns(warnings)
    }

    /// What `swift-api-digester` finds in the client, as JSON.
    func digest() throws -> Data { try Data(contentsOf: URL(filePath: digestFile())) }

    private func digestFile() throws -> String {
        let file = folder.appending(path: "digest.json").path
        let search = ["-I", folder.path, "-I", Self.modules, "-sdk", "/", "-swift-version", "6"]
        let (code, text) = try Self.run(["swift-api-digester", "-dump-sdk", "-module", name, "-o", file] + search)
        try #require(code == 0, "\(name): \(text.prefix(2000))")
        return file
    }

    /// What `swift-api-digester` says that the client has no longer, or has otherwise.
    /// - Parameter old: What it has found in the client as it was.
    func breakages(since old: Data) throws -> [String] {
        let file = folder.appending(path: "old.json")
        try old.write(to: file)
        let paths = ["-input-paths", file.path, "-input-paths", try digestFile()]
        let (code, text) = try Self.run(["swift-api-digester", "-diagnose-sdk"] + paths)
        try #require(code == 0, "\(text.prefix(2000))")
        return text.split(separator: "\n").filter { !$0.hasPrefix("/*") }.map(String.init)
    }

    private func swiftc(_ arguments: [String]) throws -> (code: Int32, output: String) {
        let features = ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"]
        // The modules of the runtime stand beside that of the base's client.
        return try Self.run(
            ["swiftc", "-parse-as-library", "-swift-version", "6", "-I", folder.path, "-I", Self.modules]
                + features.flatMap { ["-enable-upcoming-feature", $0] } + arguments
        )
    }

    private static func run(_ arguments: [String]) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
