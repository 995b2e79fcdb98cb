/// Tells generated files from all others.
enum GeneratedMark {
    /// Whether the first or the last line of a text is the generator's mark.
    static func isPresent(in text: String) -> Bool {
        let bytes = text.utf8
        let newline = UInt8(ascii: "\n")
        let first = bytes.prefix { $0 != newline }
        let end = bytes.last == newline ? bytes.dropLast() : bytes[...]
        let last = end.suffix(from: end.lastIndex(of: newline).map { end.index(after: $0) } ?? end.startIndex)
        return isMark(first, "// ") || isMark(last, "<!-- ")
    }

    private static func isMark(_ line: Substring.UTF8View, _ opening: String) -> Bool {
        line.starts(with: (opening + FileHeader.mark).utf8)
    }
}
