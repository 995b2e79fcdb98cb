package import SpecYAML

/// A change that somebody has looked at and accepted, until a day.
package struct AcceptedChange: Sendable {
    /// The change's id, as reports print it.
    package let id: String
    /// The id without the value that the change goes to.
    package var subject: String { id.firstRange(of: " -> ").map { String(id[..<$0.lowerBound]) } ?? id }
    /// Why it is accepted.
    package let because: String
    /// The last day on which it is, as `2026-12-31`.
    package let until: String
    package let location: SourceLocation

    /// Whether the day has passed.
    /// - Parameter today: The present day, as `2026-11-22`.
    package func isExpired(on today: String) -> Bool { until < today }
}

extension AcceptedChange {
    /// Reads the accepted changes of a spec: a list of mappings with `change`, `because` and `until`.
    package static func read(_ file: SourceFile, into diagnostics: inout DiagnosticCollector) -> [AcceptedChange] {
        guard let root = YAMLParser.parse(file, into: &diagnostics) else { return [] }
        guard let entries = root["accepted"]?.sequence else {
            diagnostics.refuse(root, "is no list of accepted changes: write `accepted:` and a list below it")
            return []
        }
        return entries.compactMap { entry in
            let text = { (key: String) in entry[key]?.scalar?.text.nonblank }
            guard let id = text("change"), let because = text("because"), let until = text("until"), isDay(until) else {
                diagnostics.refuse(entry, "needs `change`, `because` and `until`, a day such as \"2026-12-31\"")
                return nil
            }
            return AcceptedChange(id: id, because: because, until: until, location: entry.location)
        }
    }

    private static func isDay(_ text: String) -> Bool { text.wholeMatch(of: #/\d{4}-[01]\d-[0-3]\d/#) != nil }
}

extension DiagnosticCollector {
    fileprivate mutating func refuse(_ node: YAMLNode, _ fault: String) {
        error("accepted-changes", "this \(fault)", at: node.location)
    }
}

extension String {
    fileprivate var nonblank: String? { allSatisfy(\.isWhitespace) ? nil : self }
}
