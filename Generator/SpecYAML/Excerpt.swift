/// Renders one line of a spec with a caret line under it.
struct Excerpt {
    /// The most characters of a line that are shown; longer lines are cut around the location.
    static let limit = 100

    private let gutter: String
    private var shown = ""
    private var padding = ""
    private var marks = ""

    /// Renders the location's first line; `line` is that line's bytes without its end.
    init(of location: SourceLocation, line: ArraySlice<UInt8>) {
        gutter = String(location.line)
        let count = line.reduce(into: 0) { count, byte in count += Self.startsScalar(byte) ? 1 : 0 }
        let start = location.column - 1
        let end = max(start + 1, location.endLine > location.line ? count : location.endColumn - 1)
        let first = count <= Self.limit ? 0 : min(max(0, start - Self.limit / 2), count - Self.limit)
        if first > 0 { append("…", marked: false, before: true) }
        for (offset, scalar) in Self.scalars(of: line, from: first).enumerated() {
            let column = first + offset
            append(Self.text(of: scalar), marked: (start..<end).contains(column), before: column < start)
        }
        if count > first + Self.limit { shown += "…" }
        if start >= count { padding += String(repeating: " ", count: min(start - count, 1)) }
        if marks.isEmpty { marks = "~" }
    }

    /// The two lines, without a final line end.
    var text: String {
        let blank = String(repeating: " ", count: gutter.count)
        let caret = "^" + marks.dropFirst()
        return "\(gutter) |\(shown.isEmpty ? "" : " ")\(shown)\n\(blank) | \(padding)\(caret)"
    }

    private mutating func append(_ text: String, marked: Bool, before: Bool) {
        shown += text
        let width = text.unicodeScalars.count
        if before { padding += text == "\t" ? "\t" : String(repeating: " ", count: width) }
        if marked { marks += String(repeating: "~", count: width) }
    }

    // A tab stays a tab, and the padding under it is a tab too, so that the caret is right at every tab width.
    private static func text(of scalar: Unicode.Scalar) -> String {
        scalar == "\t" ? "\t" : SpecText.visible(scalar)
    }

    private static func startsScalar(_ byte: UInt8) -> Bool {
        byte & 0xC0 != 0x80
    }

    /// At most `limit` scalars of a line, from a column counted from 0.
    private static func scalars(of line: ArraySlice<UInt8>, from first: Int) -> [Unicode.Scalar] {
        var column = -1
        var window: [UInt8] = []
        for byte in line {
            if startsScalar(byte) { column += 1 }
            if column >= first + limit { break }
            if column >= first { window.append(byte) }
        }
        return Array(String(decoding: window, as: UTF8.self).unicodeScalars)
    }
}
