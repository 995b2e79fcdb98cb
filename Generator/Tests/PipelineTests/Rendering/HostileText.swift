/// Texts that try to become code, and a reader that finds out whether they did.
enum HostileText {
    /// One text for each way out of a comment or a literal.
    static let all: [String] = [
        "*/ evil() /*", "\"\"\"", "\"#", "\"##", "\\(evil())", "\\#(evil())", "\\u{22}", "ends in \\", "x\revil()",
        "x\r\nevil()", "x\nevil()", "x\u{2028}evil()", "x\u{2029}evil()", "x\u{85}evil()", "x\u{0B}evil()",
        "x\u{0C}evil()", "nul\u{0}evil()", "`evil()`", "\n#if evil", "\n#sourceLocation(file: \"/x\", line: 1)",
        "\n@_cdecl(\"main\")", "bidi \u{202E}evil()\u{202C}", "zero\u{200B}width", "combining \u{301}", "",
        "é", "日本", "🚀👨‍👩‍👧", "tab\there", "\u{E000}", "\u{FEFF}", "|", "a: b", "```", "- Parameters:", "1. x", "// x",
    ]

    /// The source without its comments and without what is in its literals, as Swift reads it.
    ///
    /// A line comment ends at LF or CR, a literal at its quote; an interpolation stays code, however deep.
    static func code(of source: String) -> String {
        var scalars = Array(source.unicodeScalars)[...]
        return code(&scalars, untilParenthesis: false)
    }

    private static func code(_ rest: inout ArraySlice<Unicode.Scalar>, untilParenthesis: Bool) -> String {
        var code = String.UnicodeScalarView()
        var depth = 0
        while let scalar = rest.popFirst() {
            switch scalar {
            case "/" where rest.first == "/": rest = rest.drop { $0 != "\n" && $0 != "\r" }
            case "#" where rest.first == "\"":
                rest.removeFirst()
                code.append(contentsOf: "#\"\(raw(&rest))\"#".unicodeScalars)
            case "\"" where rest.starts(with: ["\"", "\""]):
                rest.removeFirst(2)
                code.append(contentsOf: "\"\(lines(&rest))\"".unicodeScalars)
            case "\"": code.append(contentsOf: "\"\(literal(&rest))\"".unicodeScalars)
            case "(":
                depth += 1
                code.append(scalar)
            case ")" where untilParenthesis && depth == 0: return String(code)
            case ")":
                depth -= 1
                code.append(scalar)
            default: code.append(scalar)
            }
        }
        return String(code)
    }

    /// Moves past a literal, and returns the code inside its interpolations.
    private static func literal(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
        var inside = ""
        while let scalar = rest.popFirst(), scalar != "\"" {
            guard scalar == "\\", let escape = rest.popFirst() else {
                if scalar == "\n" || scalar == "\r" { inside += "UNTERMINATED" }
                continue
            }
            if escape == "(" { inside += "\\(" + code(&rest, untilParenthesis: true) + ")" }
        }
        return inside
    }

    /// Moves past a literal of several lines, and returns the code inside its interpolations.
    private static func lines(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
        var inside = ""
        while let scalar = rest.popFirst() {
            if scalar == "\"", rest.starts(with: ["\"", "\""]) {
                rest.removeFirst(2)
                return inside
            }
            guard scalar == "\\", let escape = rest.popFirst(), escape == "(" else { continue }
            inside += "\\(" + code(&rest, untilParenthesis: true) + ")"
        }
        return inside + "UNTERMINATED"
    }

    private static func raw(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
        while let scalar = rest.popFirst() {
            if scalar == "\"", rest.first == "#" {
                rest.removeFirst()
                return ""
            }
            if scalar == "\\", rest.first == "#" { return "INTERPOLATED" }
        }
        return "UNTERMINATED"
    }
}
