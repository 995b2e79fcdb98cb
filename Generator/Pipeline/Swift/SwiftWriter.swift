/// Collects the lines of a Swift file, and knows how far each is indented.
struct SwiftWriter {
    /// The longest line of generated code.
    static let width = 120

    /// What the names of types mean in the module.
    let scope: TypeScope
    private var lines: [String] = []
    private var level = 0

    /// Begins a file, in which every name means what it says unless its module declares another one.
    init(_ scope: TypeScope = .plain) { self.scope = scope }

    /// The file: its lines, with one line break at the end.
    var text: String { lines.joined(separator: "\n") + "\n" }

    mutating func line(_ code: SwiftCode) {
        lines.append(String(repeating: " ", count: level * 4) + scope.qualified(code).text)
    }

    /// Writes an empty line, unless one stands there already or nothing does.
    mutating func blank() {
        guard let last = lines.last, !last.isEmpty, !last.hasSuffix("{") else { return }
        lines.append("")
    }

    /// Writes braces around what the body writes.
    mutating func block(_ opening: SwiftCode, _ body: (inout SwiftWriter) -> Void) {
        line("\(opening) {")
        indented(body)
        line("}")
    }

    /// Writes one statement in braces, on one line where it fits.
    mutating func shortBlock(_ opening: SwiftCode, _ statement: SwiftCode) {
        let whole: SwiftCode = scope.qualified("\(opening) { \(statement) }")
        guard level * 4 + whole.text.count > Self.width else { return line(whole) }
        block(opening) { $0.line(statement) }
    }

    /// Writes a guard with what happens where a condition does not hold.
    mutating func guardBlock(_ conditions: [SwiftCode], _ body: (inout SwiftWriter) -> Void) {
        let line: SwiftCode = "guard \(.joined(conditions, ", ")) else"
        if line.text.count + 10 <= SwiftWriter.width { return block(line, body) }
        for (place, condition) in conditions.enumerated() {
            let comma: SwiftCode = place < conditions.count - 1 ? "," : ""
            self.line(place == 0 ? "guard \(condition)\(comma)" : "    \(condition)\(comma)")
        }
        block("else", body)
    }

    /// Writes a signature with its parameters, and braces around what the body writes.
    mutating func block(_ signature: SwiftLayout, suffix: SwiftCode = "", _ body: (inout SwiftWriter) -> Void) {
        layout(signature, suffix: "\(suffix) {")
        indented(body)
        line("}")
    }

    /// Writes a case of a switch with its statement, as many patterns on a line as fit.
    mutating func cases(_ patterns: [SwiftCode], _ statement: SwiftCode) {
        let whole: SwiftCode = scope.qualified("case \(.joined(patterns, ", ")): \(statement)")
        // The formatter breaks a case that fills the whole line.
        guard level * 4 + whole.text.count >= Self.width else { return line(whole) }
        var open: SwiftCode = "case "
        for (place, pattern) in patterns.enumerated() {
            let mark: SwiftCode = place == patterns.count - 1 ? ":" : ","
            let space: SwiftCode = place == 0 || open == "    " ? "" : " "
            let longer: SwiftCode = "\(open)\(space)\(pattern)\(mark)"
            if level * 4 + longer.text.count <= Self.width || place == 0 {
                open = longer
            } else {
                line(open)
                open = "    \(pattern)\(mark)"
            }
        }
        line(open)
        indented { $0.line(statement) }
    }

    /// Writes an expression or signature on one line or on several.
    mutating func layout(_ layout: SwiftLayout, prefix: SwiftCode = "", suffix: SwiftCode = "") {
        let lines = layout.qualified(in: scope).lines(
            prefix: scope.qualified(prefix),
            suffix: scope.qualified(suffix),
            indentation: level * 4,
            width: Self.width
        )
        for (inner, code) in lines {
            level += inner
            line(code)
            level -= inner
        }
    }

    /// Writes a constant with a text, on one line where it fits, or else as a literal of several lines.
    mutating func constant(_ name: SwiftIdentifier, text: String) {
        let whole: SwiftCode = "let \(name) = \(.quoted(text))"
        guard level * 4 + whole.text.count > Self.width else { return line(whole) }
        line("let \(name) = \"\"\"")
        indented { writer in
            var rest = text[...]
            while !rest.isEmpty {
                let piece = Self.piece(of: rest, length: Self.width - writer.level * 4 - 10)
                rest = rest.dropFirst(piece.count)
                let code = SwiftCode.piece(String(piece))
                writer.line(rest.isEmpty ? code : "\(code)\\")
            }
            writer.line("\"\"\"")
        }
    }

    /// As much of a text as fits into a line: one line of a multipart body, and JSON is broken after a comma where one is near.
    private static func piece(of text: Substring, length: Int) -> Substring {
        var piece = text.prefix(length)
        if let end = piece.firstIndex(of: "\r\n") { return piece[...end] }
        let isFull = piece.count == length
        while SwiftLiteral.piece(String(piece)).count > length + 9 { piece = piece.dropLast() }
        guard isFull || piece.endIndex < text.endIndex, let comma = piece.lastIndex(of: ",") else { return piece }
        let whole = piece[...comma]
        return whole.count * 2 > length ? whole : piece
    }

    mutating func doc(_ comment: DocComment) {
        for text in comment.lines(width: Self.width - level * 4) {
            lines.append(String(repeating: " ", count: level * 4) + text)
        }
    }

    /// Writes a comment of documentation from a fixed text.
    mutating func doc(_ text: StaticString) {
        doc(DocComment("\(text)", or: ""))
    }

    /// Writes further in what the body writes.
    mutating func indented(_ body: (inout SwiftWriter) -> Void) {
        level += 1
        body(&self)
        level -= 1
    }
}
