/// Writes values as literals of Swift.
enum SwiftLiteral {
    /// A string literal that is the text, byte for byte.
    ///
    /// Everything that could end the literal, begin an interpolation, break the line or hide from a reader is escaped.
    static func string(_ text: String) -> String {
        if text.utf8.allSatisfy({ isPlain($0) }) { return "\"\(text)\"" }
        var literal = "\""
        for scalar in text.unicodeScalars { literal += escaped(scalar) }
        return literal + "\""
    }

    /// A raw literal where the text has backslashes and nothing that a raw literal cannot hold; else a usual one.
    static func pattern(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 && $0.value != 0x7F }
        let isRaw = isPlain && text.utf8.contains(UInt8(ascii: "\\")) && !text.contains("\"#") && !text.contains("\\#")
        return isRaw ? "#\"\(text)\"#" : string(text)
    }

    /// A raw literal where the text has quotation marks or backslashes and nothing that a raw literal cannot hold; else a
    /// usual one.
    static func quoted(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { isVisible($0) && $0 != "\n" }
        let isRaw = isPlain && (text.contains("\"") || text.contains("\\"))
        return isRaw && !text.contains("\"#") && !text.contains("\\#") ? "#\"\(text)\"#" : string(text)
    }

    /// A piece of a literal of several lines, in which a quotation mark stands for itself.
    static func piece(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { piece, scalar in
            let isQuote = scalar == "\"" && !piece.hasSuffix("\"\"")
            piece += isQuote ? "\"" : escaped(scalar)
        }
    }

    /// A whole number, with its digits in groups of three from four on.
    static func number(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += "_" }
            grouped.append(digit)
        }
        return value < 0 ? "-" + grouped : grouped
    }

    /// A number of JSON, which Swift reads as well; zero for what is none.
    static func number(digits: String) -> String {
        let allowed = digits.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
                UInt8(ascii: "e"), UInt8(ascii: "E"):
                true
            default: false
            }
        }
        return allowed && Double(digits) != nil ? digits : "0"
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case "\0": "\\0"
        default: isVisible(scalar) ? String(scalar) : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
    }

    /// Whether a byte is ASCII that stands for itself in a literal.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// Whether a character shows in an editor as itself; controls, separators, directions and marks do not.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        if (0x20...0x7E).contains(scalar.value) { return true }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
        case .nonspacingMark, .enclosingMark, .spacingMark: false
        case .spaceSeparator: scalar == " "
        default: true
        }
    }
}
