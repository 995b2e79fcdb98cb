/// Finds the tabs that separate or indent: PyYAML and ruamel.yaml refuse them, libyaml does not.
struct TabCheck {
    private let file: SourceFile
    /// The texts in quotes and blocks by the lines that they touch: a tab in them is a character like others.
    private var texts: [Int: [SourceLocation]] = [:]

    /// The first tab that stands outside of quoted text, blocks of text and comments.
    static func firstTab(in file: SourceFile, _ root: YAMLNode) -> SourceLocation? {
        guard file.bytes.contains(UInt8(ascii: "\t")) else { return nil }
        var check = TabCheck(file: file)
        check.note(root)
        let comments = CommentScanner(file, root).comments
        return check.first(outside: Dictionary(comments.map { ($0.line, $0.column) }) { first, _ in first })
    }

    private init(file: SourceFile) { self.file = file }

    private func first(outside comments: [Int: Int]) -> SourceLocation? {
        let lines = String(decoding: file.bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
        for (index, line) in lines.enumerated() where line.contains("\t") {
            let number = index + 1
            for (offset, scalar) in line.unicodeScalars.enumerated() where scalar == "\t" {
                let column = offset + 1
                if column > comments[number] ?? .max || isText(number, column) { continue }
                return YAMLMark(line: number, column: column, index: 0).location(in: file)
            }
        }
        return nil
    }

    private func isText(_ line: Int, _ column: Int) -> Bool {
        (texts[line] ?? []).contains { location in
            (location.line, location.column) <= (line, column)
                && (line, column) < (location.endLine, location.endColumn)
        }
    }

    private mutating func note(_ node: YAMLNode) {
        switch node.content {
        case .sequence(let elements):
            for element in elements { note(element) }
        case .mapping(let members):
            for member in members {
                // With quotes it is longer than its text.
                let length = member.keyLocation.endColumn - member.keyLocation.column
                if length > member.key.unicodeScalars.count { note(member.keyLocation) }
                note(member.value)
            }
        case .scalar(let scalar):
            if scalar.style != .plain { note(node.location) }
        }
    }

    private mutating func note(_ location: SourceLocation) {
        for line in location.line...max(location.line, location.endLine) { texts[line, default: []].append(location) }
    }
}
