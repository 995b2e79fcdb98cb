import ArgumentParser
import Pipeline

/// `waybill generate`: writes the clients anew.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the clients anew.",
        discussion: """
            Files that are right already are not touched, and stale ones are removed; a file without the generator's mark is \
            never overwritten or removed. If any spec has an error, nothing is written. Exit codes: 0 done, 2 an error.
            """
    )

    @OptionGroup var arguments: SpecArguments

    func run() throws {
        let sources = try GeneratedSources(arguments)
        try sources.write()
        for module in sources.modules {
            print("\(module.spec) -> \(module.folder): \(module.fileCount) files, \(Self.summary(of: module.changes))")
            for change in module.changes {
                print("  \(Self.word(for: change)) \(change.path)")
            }
        }
    }

    private static func summary(of changes: [OutputChange]) -> String {
        changes.isEmpty ? "nothing changed" : "\(changes.count) changed"
    }

    private static func word(for change: OutputChange) -> String {
        if change.new == nil { return "removed" }
        return change.old == nil ? "added" : "changed"
    }
}
