import Pipeline
import SpecYAML

/// Finds the line on which an element says something under a key.
struct KeyPlaces {
    private let files: [String: [Substring]]

    init(_ files: [SourceFile]) {
        let lines = files.map { file in
            (
                file.path,
                String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            )
        }
        self.files = Dictionary(lines) { first, _ in first }
    }

    /// The place of a key such as `retry.attempts` inside an element, or that of the element where it is not found below it.
    func place(of key: String, in element: SpecElement) -> SourceLocation {
        if let place = placeApart(of: key, in: element) { return place }
        guard let lines = files[element.location.file] else { return element.location }
        // What holds for the whole API stands anywhere in its file.
        var line = element.kind == .api ? 0 : element.location.line
        var depth = element.kind == .api ? -1 : Self.depth(lines[line - 1])
        var found: Int?
        for name in key.split(separator: ".") {
            guard let next = Self.line(of: name, in: lines, from: line, below: depth) else { break }
            (found, line, depth) = (next, next + 1, Self.depth(lines[next]))
        }
        return found.map { Self.location($0, lines, element.location.file) } ?? element.location
    }

    /// The place of what stands in a file of its own, beside the element's; nil where there is none.
    private func placeApart(of key: String, in element: SpecElement) -> SourceLocation? {
        let names = key.split(separator: ".")
        guard let part = names.first.flatMap({ FilePart(rawValue: String($0)) }) else { return nil }
        let file = part.path(beside: element.location.file)
        guard let lines = files[file] else { return nil }
        let own = element.kind == .operation ? [Substring(element.name)] : []
        var found: Int?
        for name in own + names.dropFirst() {
            let depth = found.map { Self.depth(lines[$0]) } ?? -1
            guard let next = Self.line(of: name, in: lines, from: found.map { $0 + 1 } ?? 0, below: depth) else {
                break
            }
            found = next
        }
        if found == nil, !own.isEmpty { return nil }
        return Self.location(found ?? lines.firstIndex { !$0.hasPrefix("#") && $0 != "---" } ?? 0, lines, file)
    }

    private static func location(_ index: Int, _ lines: [Substring], _ file: String) -> SourceLocation {
        let (line, column) = (index + 1, depth(lines[index]) + 1)
        return SourceLocation(file: file, line: line, column: column, endLine: line, endColumn: column)
    }

    private static func line(of name: Substring, in lines: [Substring], from start: Int, below depth: Int) -> Int? {
        for index in lines.indices.dropFirst(start) {
            let text = lines[index].drop { $0 == " " }
            guard !text.isEmpty, !text.hasPrefix("#"), text != "---" else { continue }
            if Self.depth(lines[index]) <= depth { return nil }
            if text.hasPrefix("\(name):") || text.hasPrefix("\"\(name)\":") { return index }
        }
        return nil
    }

    private static func depth(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }
}
