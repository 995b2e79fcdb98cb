/// One file of a spec: its bytes, and the name under which diagnostics show it.
public struct SourceFile: Sendable, Hashable {
    /// The path as shown in diagnostics: relative to the spec's root, with forward slashes.
    public let path: String
    /// The file's content, unchanged.
    public let bytes: [UInt8]

    /// Makes a file from its bytes, which need not be valid UTF-8: the parser says so where they are not.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Makes a file from text, as tests do.
    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The text of a line, counted from 1, without its line end; empty for a line that the file does not have.
    ///
    /// Lines end with LF or CRLF. Invalid UTF-8 is repaired with U+FFFD.
    public func line(_ number: Int) -> String {
        var index = LineIndex(self)
        guard let range = index.range(ofLine: number) else { return "" }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// The location of one byte, one character wide.
    func location(ofByte offset: Int) -> SourceLocation {
        var line = 1
        var column = 1
        for byte in bytes.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return SourceLocation(file: path, line: line, column: column, endLine: line, endColumn: column + 1)
    }
}
