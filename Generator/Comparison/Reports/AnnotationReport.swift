import SpecYAML

/// A comparison as GitHub's workflow commands, which put each change beside its line.
///
/// The form is that of "Workflow commands for GitHub Actions".
package struct AnnotationReport {
    package init() {}

    package func text(_ comparisons: [Comparison]) -> String {
        comparisons.flatMap(\.changes).filter { !$0.isQuiet }.map { line($0) + "\n" }.joined()
    }

    private func line(_ change: JudgedChange) -> String {
        let level = change.breaks ? "error" : ReportSection(change) == .changes ? "warning" : "notice"
        let location = change.newLocation ?? change.oldLocation
        let place = location.map { " file=\(property($0.file)),line=\($0.line),title=\(property(change.place))" } ?? ""
        let verdicts = change.verdicts.map { "\($0.name) \($0.verdict): \($0.reason)" }
        return "::\(level)\(place)::\(data(([change.line] + verdicts).joined(separator: "\n")))"
    }

    private func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
