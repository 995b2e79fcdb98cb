/// Where something stands in a spec: a range of one file.
///
/// Lines and columns count from 1, columns in Unicode scalars (a tab is one column). The end is exclusive: the column
/// after the last character. An empty range (a value that was left out) has equal start and end.
public struct SourceLocation: Sendable, Hashable, Comparable {
    /// The file's path, as in `SourceFile.path`.
    public let file: String
    /// The first character's line.
    public let line: Int
    /// The first character's column.
    public let column: Int
    /// The line on which the range ends.
    public let endLine: Int
    /// The column after the range's last character.
    public let endColumn: Int

    /// Makes a location from its five parts; nothing is checked.
    public init(file: String, line: Int, column: Int, endLine: Int, endColumn: Int) {
        self.file = file
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
    }

    /// The order of diagnostics: by file, then start, then end.
    public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        if left.file != right.file { return left.file < right.file }
        return (left.line, left.column, left.endLine, left.endColumn)
            < (right.line, right.column, right.endLine, right.endColumn)
    }

    /// The same start with another location's end.
    func extended(to last: SourceLocation) -> SourceLocation {
        SourceLocation(file: file, line: line, column: column, endLine: last.endLine, endColumn: last.endColumn)
    }
}
