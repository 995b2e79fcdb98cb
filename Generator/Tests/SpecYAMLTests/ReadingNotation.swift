import SpecYAML

/// A tree on one line, as `Tests/YAMLReaders/record.py` writes it: numbers and words plain, text in quotes.
enum ReadingNotation {
    static func text(_ node: YAMLNode) -> String {
        switch node.content {
        case .scalar(let scalar): text(scalar)
        case .sequence(let elements): "[\(elements.map(text).joined(separator: ", "))]"
        case .mapping(let members):
            "{\(members.map { "\(quoted($0.key)): \(text($0.value))" }.joined(separator: ", "))}"
        }
    }

    private static func text(_ scalar: YAMLScalar) -> String {
        if scalar.isNull { return "null" }
        if let bool = scalar.bool { return "\(bool)" }
        if let int = scalar.int { return "\(int)" }
        // Beyond 64 bits it counts by its digits.
        if scalar.double != nil, scalar.text.allSatisfy(\.isNumber) { return scalar.text }
        return scalar.double.map { "\($0)" } ?? quoted(scalar.text)
    }

    /// Text in quotes, as Python's `json.dumps` writes it.
    static func quoted(_ text: String, isASCII: Bool = false) -> String {
        let escapes: [Unicode.Scalar: String] = [
            "\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\u{8}": "\\b", "\u{C}": "\\f",
        ]
        let scalars = text.unicodeScalars.map { scalar in
            if let escape = escapes[scalar] { return escape }
            guard scalar.value < 0x20 || isASCII && scalar.value > 0x7E else { return String(scalar) }
            return String(scalar).utf16.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }.joined()
        }
        return "\"\(scalars.joined())\""
    }
}
