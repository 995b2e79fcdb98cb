import ArgumentParser
import Foundation
import Pipeline
import SpecYAML

/// `waybill format`: lays specs out canonically.
struct Format: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lay specs out canonically.",
        discussion: """
            Keeps the meaning, the order and the comments. Lines get at most 120 columns, JSON one line for each member, and \
            quotes stand where other readers of YAML would otherwise read something else. Exit codes: 0 done, 1 with --check \
            and something to change, 2 an error in a spec.
            """
    )

    @Argument(
        help: ArgumentHelp(
            "Folders of specs, such as spec/acme.",
            discussion: "Without any: every folder in spec/."
        ),
        completion: .directory
    )
    var specs: [String] = []

    @Flag(help: "Print what would change, and write nothing.")
    var check = false

    func run() throws {
        let changes = try changes()
        for change in changes {
            if check {
                print(change.diff(in: ""), terminator: "")
            } else {
                try Self.write(change)
                print("formatted \(change.path)")
            }
        }
        guard check, !changes.isEmpty else { return }
        let count = changes.count
        StandardError.print("\(count) \(count == 1 ? "file is" : "files are") not laid out: run `waybill format`.")
        throw ExitCode.stale
    }

    private static func write(_ change: OutputChange) throws {
        try SpecFolders.reporting {
            let text = Data((change.new ?? "").utf8)
            guard (try? text.write(to: URL(filePath: change.path), options: .atomic)) != nil else {
                throw ToolError("\(change.path): cannot be written; check its permissions")
            }
        }
    }

    /// The files that are not laid out as they should be.
    private func changes() throws -> [OutputChange] {
        try SpecFolders.reporting {
            var folders = SpecFolders()
            var changes: [OutputChange] = []
            for folder in try SpecFolders.resolve(specs) {
                let found = try folders.read(folder) { files, diagnostics in
                    try files.compactMap { try Self.change(in: $0, into: &diagnostics) }
                }
                changes += found ?? []
            }
            try folders.report(consequence: "nothing was written")
            return changes
        }
    }

    private static func change(
        in file: SourceFile,
        into diagnostics: inout DiagnosticCollector
    ) throws -> OutputChange? {
        guard let text = try layout(of: file, into: &diagnostics) else { return nil }
        let old = String(decoding: file.bytes, as: UTF8.self)
        return old == text ? nil : OutputChange(path: file.path, old: old, new: text)
    }
}
