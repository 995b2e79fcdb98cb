import WaybillJSON

/// Writes numbers whose digits have to last as expressions of Swift.
///
/// A literal with a point is a `Double` before it is anything else: `Decimal(19.99)` is 19.98999999999999488.
enum ExactNumber {
    /// A `Decimal` of exactly this value; the spec's rules have seen that it has 38 digits at most.
    static func decimal(_ text: String) -> SwiftCode {
        Int(text).map { "Decimal(\($0))" } ?? "Decimal(digits: \(literal: text))"
    }

    /// A `JSONValue` that is written with exactly this text.
    static func json(_ text: String) -> SwiftCode {
        isLiteral(text)
            ? .number(digits: text) : ".number(JSONNumber(text: \(literal: text)) ?? JSONNumber(0))"
    }

    /// Whether the runtime writes a literal of this text with the same digits.
    static func isLiteral(_ text: String) -> Bool {
        Int(text).map { String($0) } == text || Double(text).map { JSONNumberText.shortest($0) } == text
    }
}
