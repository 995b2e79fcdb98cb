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
        guard let lines = files[element.location.file] else { return element.location }
        // What holds for the whole API stands anywhere in its file.
        var line = element.kind == .api ? 0 : element.location.line
        var depth = element.kind == .api ? -1 : Self.depth(lines[line - 1])
        var found: Int?
        for name in key.split(separator: ".") {
            guard let next = Self.line(of: name, in: lines, from: line, below: depth) else { break }
            (found, line, depth) = (next, next + 1, Self.depth(lines[next]))
        }
        guard let found else { return element.location }
        let column = Self.depth(lines[found]) + 1
        let file = element.location.file
        return SourceLocation(file: file, line: found + 1, column: column, endLine: found + 1, endColumn: column)
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
