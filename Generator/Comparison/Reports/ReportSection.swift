import SpecYAML

/// The parts of a report: what breaks comes first.
enum ReportSection: String, Sendable, CaseIterable {
    case breaks = "Breaks"
    case changes = "Changes what happens"
    case adds = "Adds"
    case quiet = "Documentation, examples and sandbox"

    init(_ change: JudgedChange) {
        if change.breaks {
            self = .breaks
        } else if change.wire == .changes || change.isBehaviour || change.swift == .warns {
            self = .changes
        } else if change.isQuiet, [.documentation, .sandbox].contains(change.finding) {
            self = .quiet
        } else {
            self = .adds
        }
    }
}

extension Comparison {
    /// The parts that have something, with their changes.
    var sections: [(section: ReportSection, changes: [JudgedChange])] {
        let groups = Dictionary(grouping: changes, by: ReportSection.init)
        return ReportSection.allCases.compactMap { section in groups[section].map { (section, $0) } }
    }
}

extension JudgedChange {
    /// The change in one line: `operation messages.send, body field phone: type is int, was string`.
    var line: String {
        switch summary {
        case "added", "removed": "\(place): \(summary)"
        case "renamed": "\(place): renamed, was \(oldText ?? "")"
        default: "\(place): \(summary) is \(shown.new ?? "no longer there"), was \(shown.old ?? "not there")"
        }
    }

    /// The places in both versions.
    var places: String {
        let old = oldLocation.map { "\($0.file):\($0.line)" }
        let new = newLocation.map { "\($0.file):\($0.line)" }
        return switch (old, new) {
        case (let old?, let new?): old == new ? new : "\(old) → \(new)"
        default: new ?? old ?? ""
        }
    }

    /// What happens to the declarations that fare worst, each once.
    private var symbolText: String {
        var seen: Set<String> = []
        let texts = symbols.filter { $0.verdict == swift }.map { "`\($0.path)`: \($0.reason)" }
            .filter { seen.insert($0).inserted }
        let more = texts.count > 3 ? " And \(texts.count - 3) more." : ""
        return texts.prefix(3).joined(separator: " ") + more
    }

    /// The verdicts that say something, each with its reason.
    var verdicts: [(name: String, verdict: String, reason: String)] {
        var verdicts: [(name: String, verdict: String, reason: String)] = []
        if wire != .none { verdicts.append(("wire", wire.rawValue, reason)) }
        if swift != .none {
            verdicts.append(("Swift", swift.rawValue, symbolText))
        }
        if isBehaviour { verdicts.append(("behaviour", "changes", reason)) }
        return verdicts
    }
}
