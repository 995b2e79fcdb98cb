import Foundation
import Pipeline

/// Has the compiler check a generated module and its tests, without making code of them.
///
/// Each module is one of its own: what a name means in generated code depends on all that its module declares.
struct ModuleCompiler {
    /// Whether the compiler is called like this here: elsewhere it wants an SDK, which only Xcode knows.
    static var isSupported: Bool {
        #if os(Linux)
        true
        #else
        false
        #endif
    }

    /// Where SwiftPM has put the modules of the runtime: beside the tests themselves.
    private static let modules = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent()
        .appending(path: "Modules").path

    /// The folder of the toolchain, which has the macros of the test library.
    static let toolchain: String = {
        let found = try? run(["/usr/bin/env", "bash", "-c", "readlink -f \"$(command -v swiftc)\""])
        let path = found?.output.trimmingCharacters(in: .whitespacesAndNewlines) ?? "/usr/bin/swiftc"
        return URL(filePath: path).deletingLastPathComponent().deletingLastPathComponent().path
    }()

    /// What the compiler says of the platform that it compiles for.
    private struct TargetInfo: Decodable {
        struct Target: Decodable { let triple: String }
        let target: Target
    }

    private let folder: URL

    /// Makes a folder for what is compiled.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "waybill-compilation-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Removes what was compiled.
    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// The errors and warnings of the module, and where that has none those of its tests.
    func faults(of module: GeneratedModule) throws -> [String] {
        let paths = module.files.map(\.path) + module.tests.map { "Tests/" + $0.path }
        // A file system may not tell letter cases apart.
        let twice = Dictionary(grouping: paths) { $0.lowercased() }.values.filter { $0.count > 1 }
        guard twice.isEmpty else { return twice.map { "one file twice: \($0.joined(separator: ", "))" }.sorted() }
        let files = try write(module.files.filter { $0.path.hasSuffix(".swift") }, into: "Sources")
        let output = folder.appending(path: "\(module.name).swiftmodule").path
        // Left behind, it could be taken for a module of its name that the next one needs.
        defer { try? FileManager.default.removeItem(atPath: output) }
        // The client is compiled without the transport, which no program's types depend on.
        let alias = ["-module-alias", "WaybillTransport=NoTransport"]
        let named = ["-module-name", module.name] + alias + files
        let sources = try compile(["-typecheck"] + named)
        guard sources.isEmpty, !module.tests.isEmpty else { return sources }
        // What the tests import needs no bodies, which take twice as long to check as all the rest.
        let skip = "-experimental-skip-all-function-bodies"
        let interface = try compile(["-emit-module", skip, "-o", output] + named)
        guard interface.isEmpty else { return interface }
        let tests = try write(module.tests, into: "Tests")
        return try compile(["-typecheck", "-module-name", "\(module.name)Tests"] + tests)
    }

    /// Writes the symbol graph of a module into a folder, with what is meant for generated code.
    static func extractSymbols(of module: String, into folder: String) throws {
        let info = try JSONDecoder().decode(
            TargetInfo.self,
            from: Data(run([toolchain + "/bin/swiftc", "-print-target-info"]).output.utf8)
        )
        let target = ["-target", info.target.triple, "-sdk", "/", "-I", modules]
        let options = ["-minimum-access-level", "public", "-include-spi-symbols", "-output-dir", folder]
        let (code, text) = try run(
            [toolchain + "/bin/swift-symbolgraph-extract", "-module-name", module] + target + options
        )
        guard code == 0 else { throw CocoaError(.fileReadUnknown, userInfo: [NSDebugDescriptionErrorKey: text]) }
    }

    private func write(_ files: [GeneratedFile], into name: String) throws -> [String] {
        let folder = folder.appending(path: name)
        try? FileManager.default.removeItem(at: folder)
        return try files.map { file in
            let path = folder.appending(path: file.path)
            try FileManager.default.createDirectory(
                at: path.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(file.text.utf8).write(to: path)
            return path.path
        }
    }

    private func compile(_ arguments: [String]) throws -> [String] {
        let features = ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"]
        let plugins = ["", "/testing"].flatMap { ["-plugin-path", Self.toolchain + "/lib/swift/host/plugins\($0)"] }
        let options = ["-parse-as-library", "-swift-version", "6"]
        // A cache is not to be found by two paths: the compiler would take its modules for two.
        let cache = Self.modules + "Cache"
        let paths = ["-I", folder.path, "-I", Self.modules, "-module-cache-path", cache]
        let (code, text) = try Self.run(
            [Self.toolchain + "/bin/swift-frontend", "-frontend"] + options + plugins + paths
                + features.flatMap { ["-enable-upcoming-feature", $0] } + arguments
        )
        let faults = text.split(separator: "\n").filter { $0.contains(": error: ") || $0.contains(": warning: ") }
        guard faults.isEmpty, code != 0 else {
            return faults.map { String($0).replacing(folder.path + "/", with: "") }
        }
        return ["exit code \(code): \(text.prefix(2000))"]
    }

    private static func run(_ arguments: [String]) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: arguments[0])
        process.arguments = Array(arguments.dropFirst())
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
