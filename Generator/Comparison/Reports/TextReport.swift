/// A comparison for a terminal.
package struct TextReport {
    /// Whether the terminal shows colours.
    let isColoured: Bool

    package init(isColoured: Bool) {
        self.isColoured = isColoured
    }

    package func text(_ comparisons: [Comparison]) -> String {
        comparisons.map(text).joined(separator: "\n")
    }

    private func text(_ comparison: Comparison) -> String {
        guard !comparison.isEmpty else { return "\(comparison.name): no changes\n" }
        var lines = [bold("\(comparison.name): \(comparison.owedVersion.sentence)")]
        for (section, changes) in comparison.sections {
            lines += ["", bold(section.rawValue)]
            for change in changes { lines += self.lines(change) }
        }
        if !comparison.otherSymbols.isEmpty {
            lines += ["", bold("Also in Swift")]
            lines += comparison.otherSymbols.map { "  \($0.path): \($0.verdict.rawValue). \($0.reason)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines(_ change: JudgedChange) -> [String] {
        var lines = ["  \(change.line)", "      \(change.places)"]
        lines += change.verdicts.map { verdict in
            let word = "\(verdict.name) \(verdict.verdict)"
            return "      \(colour(word, verdict.verdict)): \(verdict.reason)"
        }
        return lines
    }

    private func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    private func colour(_ text: String, _ verdict: String) -> String {
        guard isColoured else { return text }
        let code = verdict == "breaks" ? "31" : verdict == "adds" ? "32" : "33"
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}

extension OwedVersion {
    /// What to do with the version, as a sentence.
    var sentence: String {
        switch self {
        case .none: "no changes"
        case .patch: "a patch version is owed"
        case .minor: "a minor version is owed"
        case .major: "a major version is owed (before 1.0.0: a minor one)"
        }
    }
}
