/// A number with its digits as written, so that 64-bit ids and amounts survive reading and writing.
///
/// Two numbers are equal when their exact decimal values are: `1`, `1.0` and `10e-1` are equal, 9007199254740993 and
/// 9007199254740992 are not, although they are the same double. Exponents of more than 15 digits are compared as text.
public struct JSONNumber: Sendable {
    /// The number as JSON, exactly as it was written.
    public let text: String

    /// Takes text that has been checked against the grammar.
    init(valid text: String) {
        self.text = text
    }

    /// Makes a number from an integer.
    public init(_ value: Int) {
        text = String(value)
    }

    /// Makes a number from a double, in the shortest text that reads back as the same double.
    ///
    /// Nil for what is not a number or infinite, which JSON cannot express.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        text = Self.text(of: value)
    }

    /// Makes a number from text; nil when the text is not a number of JSON (RFC 8259, section 6).
    public init?(text: String) {
        let number = try? JSONReader.run(Array(text.utf8), .init()) { $0.number() }
        // White space is allowed around a document, not in a number.
        guard let number, number.text.utf8.count == text.utf8.count else { return nil }
        self = number
    }

    /// The value as an integer, or nil when it is no whole number or does not fit.
    ///
    /// `1.0` and `1e3` are whole numbers.
    public var int: Int? {
        Int(text) ?? JSONDecimal(digitsOf: text).int
    }

    /// The nearest double; nil when the value is too large for one.
    public var double: Double? {
        JSONDecimal(digitsOf: text).double
    }

    /// Shortest text that reads back as the same double; whole numbers below 1e16 without a fraction, as in JavaScript.
    static func text(of value: Double) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

extension JSONNumber: Hashable {
    /// Whether the exact values are equal.
    public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
        if left.text == right.text { return true }
        let (left, right) = (JSONDecimal(digitsOf: left.text), JSONDecimal(digitsOf: right.text))
        return !left.isBeyondCounting && !right.isBeyondCounting && left == right
    }

    /// Feeds the exact value to a hasher.
    public func hash(into hasher: inout Hasher) {
        let decimal = JSONDecimal(digitsOf: text)
        if decimal.isBeyondCounting {
            hasher.combine(text)
        } else {
            hasher.combine(decimal)
        }
    }
}

extension JSONNumber: CustomStringConvertible {
    /// The number as it was written.
    public var description: String { text }
}
