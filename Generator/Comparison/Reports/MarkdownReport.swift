/// A comparison for a pull request: what breaks first, the rest folded.
package struct MarkdownReport {
    package init() {}

    package func text(_ comparisons: [Comparison]) -> String {
        let changed = comparisons.filter { !$0.isEmpty }
        guard !changed.isEmpty else { return "No changes of the specs.\n" }
        return changed.map(text).joined(separator: "\n")
    }

    private func text(_ comparison: Comparison) -> String {
        var lines = ["## \(comparison.name)", "", counts(comparison), ""]
        for (section, changes) in comparison.sections {
            let body = changes.flatMap(self.lines)
            if section == .breaks || section == .changes {
                lines += ["### \(section.rawValue)", ""] + body
            } else {
                lines += fold("\(section.rawValue) (\(changes.count))", body)
            }
        }
        if !comparison.otherSymbols.isEmpty {
            lines += fold("Also in Swift (\(comparison.otherSymbols.count))", code(comparison.otherSymbols))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func counts(_ comparison: Comparison) -> String {
        let changes = comparison.changes
        let counts = [
            (changes.filter { $0.wire == .breaks }.count, "break deployed clients"),
            (changes.filter { $0.swift == .breaks }.count, "break source"),
            (changes.filter(\.isBehaviour).count, "change behaviour"),
        ].filter { $0.0 > 0 }.map { "**\($0.0)** \($0.1)" }
        let total = "\(changes.count) \(changes.count == 1 ? "change" : "changes")"
        let parts = counts.isEmpty ? total : "\(total): \(counts.joined(separator: ", "))"
        return "\(parts). Version: \(comparison.owedVersion.sentence)."
    }

    private func lines(_ change: JudgedChange) -> [String] {
        var lines = ["- **\(escaped(change.place))**: \(what(change))"]
        lines += change.verdicts.map { "  - \($0.name) **\($0.verdict)**: \($0.reason)" }
        lines.append("  - <sub>\(change.places)</sub>")
        if change.swift > .adds { lines += code(change.symbols).map { $0.isEmpty ? "" : "  " + $0 } }
        return lines.last == "" ? lines : lines + [""]
    }

    private func what(_ change: JudgedChange) -> String {
        let shown = change.shown
        let (old, new) = (shown.old.map(code), shown.new.map(code))
        return switch change.summary {
        case "added": "added\(new.map { ": \($0)" } ?? "")"
        case "removed": "removed\(old.map { ", was \($0)" } ?? "")"
        case "renamed": "renamed, was \(old ?? "")"
        default: "`\(change.summary)` is \(new ?? "no longer there"), was \(old ?? "not there")"
        }
    }

    /// The declarations before and after, as a diff of Swift.
    private func code(_ symbols: [SymbolChange]) -> [String] {
        var seen: Set<String> = []
        var lines = ["", "```diff"]
        for symbol in symbols {
            let pair = [symbol.old.map { "- \($0)" }, symbol.new.map { "+ \($0)" }].compactMap(\.self)
            guard symbol.old != symbol.new, seen.insert(pair.joined()).inserted else { continue }
            lines += pair
        }
        return lines.count > 2 ? lines + ["```", ""] : []
    }

    private func fold(_ title: String, _ lines: [String]) -> [String] {
        ["<details><summary>\(title)</summary>", ""] + lines + ["</details>", ""]
    }

    /// A text in code, whose ticks cannot end it.
    private func code(_ text: String) -> String { "`\(text.replacing("`", with: "'"))`" }

    /// A text that is no markup.
    private func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            if "\\`*_<>[]#|&".contains(character) { result += "\\" }
            result.append(character)
        }
    }
}
