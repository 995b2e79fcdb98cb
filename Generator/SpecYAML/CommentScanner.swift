/// Finds the comments of a file, which YAML's parsers leave out.
struct CommentScanner {
    private let file: SourceFile
    /// The texts and keys by the lines that they touch: a `#` inside of them begins no comment.
    private var covered: [Int: [SourceLocation]] = [:]

    init(_ file: SourceFile, _ root: YAMLNode) {
        self.file = file
        cover(root)
    }

    /// The comments, in the order of the file.
    var comments: [SpecComment] {
        let lines = String(decoding: file.bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
        return lines.enumerated().compactMap { index, line in comment(in: Array(line.unicodeScalars), at: index + 1) }
    }

    private func comment(in line: [Unicode.Scalar], at number: Int) -> SpecComment? {
        let column = line.indices.first { index in
            line[index] == "#" && (index == 0 || line[index - 1] == " " || line[index - 1] == "\t")
                && !isCovered(number, index + 1)
        }
        guard let column else { return nil }
        return SpecComment(
            line: number,
            column: column + 1,
            text: String(String.UnicodeScalarView(line[column...])).trimmed,
            isAlone: line[..<column].allSatisfy { $0 == " " || $0 == "\t" }
        )
    }

    private func isCovered(_ line: Int, _ column: Int) -> Bool {
        (covered[line] ?? []).contains { location in
            (location.line, location.column) <= (line, column)
                && (line, column) < (location.endLine, location.endColumn)
        }
    }

    private mutating func cover(_ node: YAMLNode) {
        switch node.content {
        case .sequence(let elements):
            for element in elements { cover(element) }
        case .mapping(let members):
            for member in members {
                cover(member.keyLocation)
                cover(member.value)
            }
        case .scalar(let scalar):
            let isBlock = scalar.style == .literal || scalar.style == .folded
            isBlock ? cover(afterHeader: node.location) : cover(node.location)
        }
    }

    private mutating func cover(_ location: SourceLocation) {
        for line in location.line...max(location.line, location.endLine) { covered[line, default: []].append(location) }
    }

    /// The line of `|` or `>` may end in a comment.
    private mutating func cover(afterHeader location: SourceLocation) {
        guard location.endLine > location.line else { return }
        cover(
            SourceLocation(
                file: location.file,
                line: location.line + 1,
                column: 1,
                endLine: location.endLine,
                endColumn: location.endColumn
            )
        )
    }
}

extension String {
    /// Without white space at its end.
    fileprivate var trimmed: String {
        String(reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
