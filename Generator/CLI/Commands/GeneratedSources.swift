import ArgumentParser
import Pipeline

/// What the specs say, beside what stands in the output folders.
struct GeneratedSources {
    /// One folder of generated files, and what has to change in it.
    struct Module {
        let spec: String
        let folder: String
        let fileCount: Int
        let changes: [OutputChange]
    }

    /// A folder of each client, and one of its tests where it has any.
    let modules: [Module]

    /// Reads every spec, and compares; nothing is written.
    /// - Throws: The exit code of a spec error, after everything that is wrong was printed.
    init(_ arguments: SpecArguments) throws {
        self = try SpecFolders.reporting { try GeneratedSources(reading: arguments) }
    }

    private init(reading arguments: SpecArguments) throws {
        var folders = SpecFolders()
        let specs = try SpecFolders.resolve(arguments.specs)
        let rendered = try folders.read(specs) { generate($0, into: &$1) }
        let generated = zip(specs, rendered).compactMap { spec, module in module.map { (spec: spec, module: $0) } }
        try folders.report(consequence: "nothing was written")
        try Self.refuseSharedNames(generated)
        for (_, module) in generated { try ManifestLine.check(module, sources: arguments.output) }
        modules = try generated.flatMap { spec, module in
            try Self.compare(spec, module, arguments)
        }
    }

    /// The folder of the sources, and that of the tests unless there are none and never were any.
    private static func compare(
        _ spec: String,
        _ module: GeneratedModule,
        _ arguments: SpecArguments
    ) throws -> [Module] {
        let sources = try compare(spec, "\(arguments.output)/\(module.name)", module.files)
        let tests = try compare(spec, arguments.testFolder(of: module.name), module.tests)
        return [sources] + (tests.fileCount == 0 && tests.changes.isEmpty ? [] : [tests])
    }

    private static func compare(_ spec: String, _ folder: String, _ files: [GeneratedFile]) throws -> Module {
        let changes = try within(folder) { folder throws(OutputError) in try folder.changes(for: files) }
        return Module(spec: spec, folder: folder, fileCount: files.count, changes: changes)
    }

    /// Two specs of one name would write over each other.
    private static func refuseSharedNames(_ generated: [(spec: String, module: GeneratedModule)]) throws {
        var owners: [String: String] = [:]
        for (spec, module) in generated {
            if let other = owners.updateValue(spec, forKey: module.name) {
                throw ToolError("\(other) and \(spec) are both named \(module.name); give one of them another `api:`")
            }
        }
    }

    /// Makes every folder what the spec says: all of them, or none.
    func write() throws {
        try SpecFolders.reporting {
            var committed: [PreparedOutput] = []
            var prepared: [PreparedOutput] = []
            do {
                for module in modules { prepared.append(try Self.prepared(module)) }
                for (module, output) in zip(modules, prepared) {
                    try Self.within(module.folder) { _ throws(OutputError) in try output.commit() }
                    committed.append(output)
                }
            } catch {
                for output in committed.reversed() { output.undo() }
                for output in prepared.dropFirst(committed.count) { output.discard() }
                throw error
            }
        }
    }

    private static func prepared(_ module: Module) throws -> PreparedOutput {
        try within(module.folder) { folder throws(OutputError) in
            try folder.removeLeftovers()
            return try folder.prepare(module.changes)
        }
    }

    /// Works on an output folder; its errors speak of paths below it, and are completed.
    private static func within<Value>(
        _ path: String,
        _ work: (OutputFolder) throws(OutputError) -> Value
    ) throws -> Value {
        do throws(OutputError) {
            return try work(OutputFolder(path: path))
        } catch {
            throw ToolError("\(path)/\(error)")
        }
    }
}
