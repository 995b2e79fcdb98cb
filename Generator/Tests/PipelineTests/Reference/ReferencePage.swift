@testable import Pipeline

/// The reference of the dialect: prose by hand, and below each `<!-- keys: … -->` the table of that mapping.
struct ReferencePage {
    /// The lines of the page.
    let lines: [String]

    /// The mappings that have a table, in the order of the page.
    var ids: [String] { lines.compactMap(Self.id) }

    /// The page with every table made from the dialect.
    func rewritten() -> [String] {
        let anchors = anchors()
        let mappings = Dictionary(Dialect.mappings.map { ($0.id, $0) }) { first, _ in first }
        var result: [String] = []
        var isTable = false
        for line in lines {
            if isTable, line.hasPrefix("|") { continue }
            isTable = false
            result.append(line)
            if let mapping = Self.id(line).flatMap({ mappings[$0] }) {
                result += ReferenceTable(mapping: mapping, anchors: anchors).lines
            } else if line == "<!-- formats -->" {
                result += Self.formats
            } else {
                continue
            }
            isTable = true
        }
        return result
    }

    /// The table of the wire formats.
    private static var formats: [String] {
        ["| Type | On the wire | In Swift |", "|---|---|---|"]
            + WireFormat.all.map { "| `\($0.word)` | \($0.onTheWire) | `\($0.swift.type)` |" }
    }

    /// The anchor of the heading above each table, as GitHub makes it.
    private func anchors() -> [String: String] {
        var anchors: [String: String] = [:]
        var anchor = ""
        for line in lines {
            if line.hasPrefix("#") {
                let title = line.drop { $0 == "#" || $0 == " " }.lowercased()
                anchor = title.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }.replacing(" ", with: "-")
            }
            if let id = Self.id(line) { anchors[id] = anchor }
        }
        return anchors
    }

    private static func id(_ line: String) -> String? {
        line.hasPrefix("<!-- keys: ") ? String(line.dropFirst(11).dropLast(4)) : nil
    }
}
