/// The entry of a changelog that a comparison asks for, in the form of Keep a Changelog.
package struct ChangelogReport {
    package init() {}

    package func text(_ comparisons: [Comparison]) -> String {
        comparisons.filter { !$0.changes.isEmpty }.map(text).joined(separator: "\n")
    }

    private func text(_ comparison: Comparison) -> String {
        var lines = ["### \(comparison.name)", ""]
        for (section, changes) in comparison.sections where section != .quiet {
            lines += ["#### \(section.rawValue)", ""]
            lines += changes.map { "- \($0.line)." } + [""]
        }
        let quiet = comparison.changes.filter { ReportSection($0) == .quiet }.count
        let count = quiet == 1 ? "1 change" : "\(quiet) changes"
        if quiet > 0 { lines += ["- \(ReportSection.quiet.rawValue): \(count).", ""] }
        return lines.dropLast().joined(separator: "\n") + "\n"
    }
}
