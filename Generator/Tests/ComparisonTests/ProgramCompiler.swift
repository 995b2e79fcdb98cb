import Foundation
import Pipeline
import Testing

/// Compiles the corpus's program against a client.
struct ProgramCompiler {
    enum Outcome: Hashable {
        case compiles
        case warns([String])
        case fails([String])

        var isFailure: Bool { if case .fails = self { true } else { false } }
        var isWarning: Bool { if case .warns = self { true } else { false } }
    }

    /// Where SwiftPM has put the modules of the runtime: beside the tests themselves.
    private let modules: String
    private let folder: URL

    init() throws {
        let build = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        modules = build.appending(path: "Modules").path
        folder = FileManager.default.temporaryDirectory.appending(path: "waybill-corpus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// What the compiler says of the program, with the client of a spec.
    func outcome(_ api: ResolvedAPI) throws -> Outcome {
        defer { try? FileManager.default.removeItem(at: folder) }
        let module = render(api)
        let files = try module.files.filter { $0.path.hasSuffix(".swift") }.map { file in
            let path = folder.appending(path: file.path.replacing("/", with: "_"))
            try file.text.write(to: path, atomically: true, encoding: .utf8)
            return path.path
        }
        // The client is compiled without the transport, which no program's types depend on.
        let transport = folder.appending(path: "Stub.swift")
        try """
        public import WaybillRuntime
        public enum DefaultTransport { public static var shared: any Transport { preconditionFailure() } }
        """.write(to: transport, atomically: true, encoding: .utf8)
        try emit("WaybillTransport", [transport.path])
        try emit(module.name, files)
        let (code, text) = try swiftc(["-typecheck", Corpus.program])
        let lines = text.split(separator: "\n").map(String.init)
        let errors = lines.filter { $0.contains(": error: ") }
        if code != 0 { return .fails(errors) }
        let warnings = lines.filter { $0.contains(": warning: ") }
        return warnings.isEmpty ? .compiles : .warns(warnings)
    }

    private func emit(_ name: String, _ files: [String]) throws {
        let output = folder.appending(path: "\(name).swiftmodule").path
        let options = ["-emit-module", "-experimental-skip-non-inlinable-function-bodies", "-module-name", name]
        let (code, text) = try swiftc(options + ["-o", output] + files)
        try #require(code == 0, "\(name): \(text.prefix(2000))")
    }

    private func swiftc(_ arguments: [String]) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let features = ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"]
        process.arguments =
            ["swiftc", "-parse-as-library", "-swift-version", "6", "-I", modules, "-I", folder.path]
            + features.flatMap { ["-enable-upcoming-feature", $0] } + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
