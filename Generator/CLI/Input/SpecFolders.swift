import ArgumentParser
import Foundation
import Pipeline
import SpecYAML

/// The spec folders of one run, read one after the other; what is wrong with any of them is printed at the end, together.
struct SpecFolders {
    private(set) var diagnostics = DiagnosticCollector()
    private var files: [SourceFile] = []

    /// The folders that the arguments name; without any, every folder in `spec/` that holds an api.yaml.
    static func resolve(_ specs: [String]) throws -> [String] {
        guard specs.isEmpty else { return specs }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "spec")) ?? []
        let folders = names.sorted().map { "spec/\($0)" }.filter(holdsSpec)
        if folders.isEmpty {
            throw ToolError(
                "no spec/*/api.yaml below the current folder; name a spec's folder, or go to where spec/ is"
            )
        }
        return folders
    }

    /// Whether a folder has an entry of that name: a link that leads nowhere is told as what it is.
    private static func holdsSpec(_ folder: String) -> Bool {
        (try? FileManager.default.contentsOfDirectory(atPath: folder))?.contains("api.yaml") == true
    }

    /// Reads the files of one folder, and does something with them.
    mutating func read<Value>(
        _ folder: String,
        _ use: ([SourceFile], inout DiagnosticCollector) throws -> Value?
    ) throws -> Value? {
        let sources = try load(folder)
        return try use(sources, &diagnostics)
    }

    /// Reads the files of several folders, and does something with all of them.
    mutating func read<Value>(
        _ folders: [String],
        _ use: ([[SourceFile]], inout DiagnosticCollector) throws -> Value
    ) throws -> Value {
        let sources = try folders.map { folder in try load(folder) }
        return try use(sources, &diagnostics)
    }

    /// Reads the files of one folder.
    private mutating func load(_ folder: String) throws -> [SourceFile] {
        let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        guard Self.holdsSpec(folder) else {
            throw ToolError("\(folder): there is no api.yaml; name the folder of a spec, such as spec/acme")
        }
        let sources = try SpecFiles.load(folder: folder)
        files += sources
        return sources
    }

    /// Reads one spec, and prints everything that is wrong with it; throws the exit code of a spec error if anything is.
    static func api(in folder: String) throws -> ResolvedAPI {
        try reporting {
            var folders = SpecFolders()
            let api = try folders.read(folder) { Pipeline.resolve($0, into: &$1) }
            try folders.report(consequence: nil)
            guard let api else { throw ExitCode.specError }
            return api
        }
    }

    /// Does what may fail; any error is printed and becomes the exit code of a spec error.
    static func reporting<Value>(_ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch let code as ExitCode {
            throw code
        } catch {
            StandardError.print("error: \(error)")
            throw ExitCode.specError
        }
    }

    /// Prints what was found; throws the exit code of a spec error where that includes an error.
    /// - Parameter consequence: What the errors have kept the tool from doing, where that needs to be said.
    func report(consequence: String?) throws {
        try Self.report(diagnostics, of: files, consequence: consequence)
    }

    /// Prints what was found in some files; throws the exit code of a spec error where that includes an error.
    static func report(_ diagnostics: DiagnosticCollector, of files: [SourceFile], consequence: String?) throws {
        let all = diagnostics.all
        guard !all.isEmpty else { return }
        StandardError.print(DiagnosticFormatter(files: files).format(all))
        guard diagnostics.hasErrors else { return }
        let count = all.filter { $0.severity == .error }.count
        let end = consequence.map { "; \($0)." } ?? "."
        StandardError.print("\n\(count) \(count == 1 ? "error" : "errors")\(end)")
        throw ExitCode.specError
    }
}
