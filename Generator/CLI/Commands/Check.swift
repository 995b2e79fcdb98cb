import ArgumentParser
import Pipeline

/// `waybill check`: compares the clients with the specs, and writes nothing.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare the clients with the specs, and write nothing.",
        discussion: """
            Prints what `waybill generate` would change, as a unified diff. Exit codes: 0 everything is current, 1 something \
            is stale, 2 an error in a spec. With --assumed it lists what the specs say is assumed or decided instead.
            """
    )

    @OptionGroup var arguments: SpecArguments

    @Flag(help: "List what is assumed or decided and no published fact, with its place; compare nothing.")
    var assumed = false

    func run() throws {
        if assumed {
            for line in try CertaintyList(arguments).lines { print(line) }
            return
        }
        let sources = try GeneratedSources(arguments)
        var stale = 0
        for module in sources.modules {
            stale += module.changes.count
            for change in module.changes {
                print(change.diff(in: module.folder), terminator: "")
            }
        }
        guard stale == 0 else {
            StandardError.print(
                "\(stale) generated \(stale == 1 ? "file is" : "files are") stale: run `make generate`."
            )
            throw ExitCode.stale
        }
        for module in sources.modules {
            print("\(module.spec) -> \(module.folder): \(module.fileCount) files, current")
        }
    }
}
