import ArgumentParser
import Comparison
import Foundation

/// `waybill diff`: what has changed between two versions of specs, and what that means.
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what has changed between two versions of specs, and what that breaks.",
        discussion: """
            A version is a folder, git:REVISION (its spec/), or REVISION:path. It is one spec, or a folder of specs. Without \
            any, the commit from which HEAD has left the default branch is compared with spec/ as it stands. Each change has \
            three verdicts: wire (do deployed clients still get along with the server), Swift (does a program still compile) \
            and behaviour. Exit codes: 0 done, 1 there is a change that --fail-on names, 2 an error: nothing was compared.
            """
    )

    /// What makes the exit code 1.
    enum Failure: String, ExpressibleByArgument, CaseIterable {
        case wire, swift, behaviour, any
    }

    /// How the result is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, json, github, junit
    }

    @Argument(help: "The old version.", completion: .directory)
    var old: String?

    @Argument(help: "The new version; spec/ if nothing is said.", completion: .directory)
    var new: String?

    @Option(help: ArgumentHelp("A spec to compare, by its folder's name; can be repeated.", valueName: "name"))
    var spec: [String] = []

    @Option(help: "How to print it: text, markdown, json, github or junit.")
    var format = Format.text

    @Option(help: ArgumentHelp("End with 1 at such a change: wire, swift, behaviour or any.", valueName: "verdict"))
    var failOn: [Failure] = []

    @Flag(help: "Print the entry of a changelog.")
    var changelog = false

    func run() throws {
        let comparisons = try SpecFolders.reporting {
            try ComparedVersions(old: old, new: new, specs: spec).comparisons(today: Self.today)
        }
        print(text(comparisons), terminator: "")
        guard comparisons.contains(where: isFailure) else { return }
        throw ExitCode.stale
    }

    private func text(_ comparisons: [Comparison]) -> String {
        if changelog { return ChangelogReport().text(comparisons) }
        return switch format {
        case .text: TextReport(isColoured: Terminal.isColoured).text(comparisons)
        case .markdown: MarkdownReport().text(comparisons)
        case .json: JSONReport().text(comparisons)
        case .github: AnnotationReport().text(comparisons)
        case .junit: JUnitReport().text(comparisons)
        }
    }

    private func isFailure(_ comparison: Comparison) -> Bool {
        failOn.contains { failure in
            switch failure {
            case .wire: comparison.changes.contains { $0.wire == .breaks }
            case .swift:
                comparison.changes.contains { $0.swift == .breaks }
                    || comparison.otherSymbols.contains { $0.verdict == .breaks }
            case .behaviour: comparison.changes.contains(where: \.isBehaviour)
            case .any: !comparison.isEmpty
            }
        }
    }

    /// The present day in UTC.
    private static var today: String { String(Date.now.formatted(.iso8601).prefix(10)) }
}
