@testable import Pipeline

/// The table of one mapping of the dialect, in Markdown.
struct ReferenceTable {
    /// The mapping.
    let mapping: MappingShape
    /// Where each mapping's table stands: the anchor of its heading.
    let anchors: [String: String]

    /// The table, one row a key.
    var lines: [String] {
        let head = ["| Key of \(Self.code(mapping.title)) | Value | Default | Meaning |", "|---|---|---|---|"]
        return head
            + mapping.keys.map { key in
                let since = key.since > 1 ? " Since version \(key.since)." : ""
                let cells = ["`\(key.name)`", title(of: key.value), absence(of: key), key.meaning + since]
                return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
            }
    }

    private func absence(of key: KeyShape) -> String {
        switch key.absence {
        case .error: "required"
        case .value(let text): "`\(text)`"
        case .described(let words): words
        case .nothing: "none"
        }
    }

    private func title(of shape: ValueShape) -> String {
        switch shape {
        case .text("template", _): "[template](#templates)"
        case .text(let word, _): word
        case .int: "int"
        case .number: "number"
        case .bool: "bool"
        case .duration: "duration"
        case .size: "bytes, `64 KiB`, `1 MiB`"
        case .status: "status"
        case .statuses: "status or range"
        case .type: "[type](#types)"
        case .json: "value"
        case .jsonText: "JSON"
        case .object: "mapping"
        case .predicate: "predicate"
        case .words: Self.choice(titles(of: shape))
        case .list(let inner), .array(let inner): "list of " + plural(of: inner)
        case .names(let inner, let name): "\(name): \(title(of: inner))"
        case .mapping(let inner): link(to: inner)
        case .either(let shapes): Self.choice(unique(shapes.flatMap(titles)))
        }
    }

    private func plural(of shape: ValueShape) -> String {
        switch shape {
        case .statuses: return "statuses, ranges"
        case .either(let shapes): return shapes.map(plural).joined(separator: ", ")
        case .words: return titles(of: shape).joined(separator: ", ")
        default:
            let title = title(of: shape)
            return title.hasSuffix("s") ? title + "es" : title + "s"
        }
    }

    /// A mapping of the same chapter has its table near by.
    private func link(to other: MappingShape) -> String {
        if let anchor = anchors[other.id], anchor != anchors[mapping.id] {
            let quoted = other.title.split(separator: "'", omittingEmptySubsequences: false).dropFirst().dropLast()
            let words = quoted.last.map(String.init) ?? other.title.replacing(#/^(a|an|the) /#, with: "")
            return "[\(words)](#\(anchor))"
        }
        guard let short = other.keys.first(where: { $0.name == other.short }) else { return "mapping" }
        return Self.choice([title(of: short.value), "mapping"])
    }

    private func unique(_ words: [String]) -> [String] {
        words.enumerated().filter { !words[..<$0.offset].contains($0.element) }.map(\.element)
    }

    private func titles(of shape: ValueShape) -> [String] {
        if case .words(let words) = shape { words.map { "`\($0)`" } } else { [title(of: shape)] }
    }

    /// "a, b or c", with a further comma where one of them is a choice by itself.
    private static func choice(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.joined() }
        let isNested = words.contains { $0.contains(" or ") || $0.contains(": ") }
        return words.dropLast().joined(separator: ", ") + (isNested ? ", or " : " or ") + last
    }

    private static func code(_ title: String) -> String {
        title.replacing(#/'(\w+)'/#) { "`\($0.output.1)`" }
    }
}
