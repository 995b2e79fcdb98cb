/// A place as libyaml counts it, turned to this module's counting.
struct YAMLMark: Equatable {
    /// From 1.
    let line: Int
    /// From 1, in Unicode scalars.
    let column: Int
    /// Unicode scalars before the mark in the whole file, from 0.
    let index: Int

    func location(in file: SourceFile) -> SourceLocation {
        SourceLocation(file: file.path, line: line, column: column, endLine: line, endColumn: column + 1)
    }

    func location(to end: YAMLMark, in file: SourceFile) -> SourceLocation {
        SourceLocation(file: file.path, line: line, column: column, endLine: end.line, endColumn: end.column)
    }
}
