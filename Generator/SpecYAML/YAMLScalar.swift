/// A scalar: its text, how it was written, and what YAML 1.2's core schema takes it for.
///
/// Only plain scalars can be anything but text. The rules are those of YAML 1.2.2, section 10.3.2. What readers of YAML 1.1 take
/// for something else (`NO`, `12:30:45`, `2024-01-01`, `017`, `0o17`) is an error where it stands without quotes: `PlainText`.
public struct YAMLScalar: Sendable, Hashable {
    /// How a scalar was written.
    public enum Style: Sendable, Hashable {
        /// Without quotes, so that it may be more than text.
        case plain
        /// Between `'`, where only the quote itself is escaped.
        case singleQuoted
        /// Between `"`, with escapes.
        case doubleQuoted
        /// A block after `|`, line ends kept.
        case literal
        /// A block after `>`, line ends folded.
        case folded
    }

    /// The text after unquoting, unescaping and folding.
    public let text: String
    /// How it was written.
    public let style: Style

    /// Makes a scalar.
    public init(text: String, style: Style) {
        self.text = text
        self.style = style
    }

    /// Whether it is `null`, `Null`, `NULL`, `~` or left out.
    public var isNull: Bool {
        style == .plain && ["", "~", "null", "Null", "NULL"].contains(text)
    }

    /// The truth value of `true` or `false`, also written `True`, `TRUE`, `False`, `FALSE`; else nil.
    public var bool: Bool? {
        guard style == .plain else { return nil }
        switch text {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        default: return nil
        }
    }

    /// The whole number: decimal with an optional sign, `0o17` or `0x1F`; nil for other texts and beyond 64 bits.
    public var int: Int? {
        guard style == .plain else { return nil }
        return CoreNumber.int(text)
    }

    /// The number of a whole or fractional form, `.inf` and `.nan` included; nil for other texts and beyond `Double`.
    public var double: Double? {
        guard style == .plain else { return nil }
        return CoreNumber.double(text)
    }

    /// Whether it is text, be it in quotes or by its form.
    public var isText: Bool { kindName == "text" }

    /// The kind in words for messages.
    var kindName: String {
        if isNull { return "nothing" }
        if bool != nil { return "true or false" }
        return style == .plain && CoreNumber.isNumber(text) ? "a number" : "text"
    }
}
