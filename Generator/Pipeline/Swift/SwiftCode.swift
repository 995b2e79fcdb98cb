/// Swift source text of one line, made only of literals of this generator and of values that are valid Swift already.
///
/// There is no way to put a plain string into it: what comes from a spec goes through an identifier, through `literal:`
/// or through a comment.
struct SwiftCode: Sendable, Hashable, ExpressibleByStringInterpolation {
    let text: String

    /// Takes a literal of this generator's own source.
    init(stringLiteral value: StaticString) {
        text = "\(value)"
    }

    /// Takes what the interpolation has put together.
    init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
    }

    private init(checked text: String) {
        self.text = text
    }

    /// A literal for a text, whatever is in it.
    static func literal(_ text: String) -> SwiftCode { SwiftCode(checked: SwiftLiteral.string(text)) }

    /// A literal for a text in which backslashes are frequent: a raw one where that is possible.
    static func pattern(_ text: String) -> SwiftCode { SwiftCode(checked: SwiftLiteral.pattern(text)) }

    /// A literal for a text with quotation marks, such as JSON: a raw one where that is possible.
    static func quoted(_ text: String) -> SwiftCode { SwiftCode(checked: SwiftLiteral.quoted(text)) }

    /// A piece of a literal of several lines.
    static func piece(_ text: String) -> SwiftCode { SwiftCode(checked: SwiftLiteral.piece(text)) }

    /// A whole number, with its digits in groups of three.
    static func number(_ value: Int) -> SwiftCode { SwiftCode(checked: SwiftLiteral.number(value)) }

    /// A number of JSON; zero for what is none.
    static func number(digits: String) -> SwiftCode { SwiftCode(checked: SwiftLiteral.number(digits: digits)) }

    /// A line comment of this text.
    static func comment(_ text: String) -> SwiftCode {
        SwiftCode(checked: "// " + DocComment.lines(of: text).joined(separator: " "))
    }

    /// Several pieces with something between them.
    static func joined(_ pieces: [SwiftCode], _ separator: SwiftCode) -> SwiftCode {
        SwiftCode(checked: pieces.map(\.text).joined(separator: separator.text))
    }

    /// The source without a space at its beginning.
    var droppingFirstSpace: SwiftCode { SwiftCode(checked: String(text.drop { $0 == " " })) }

    /// The pieces one after the other.
    static func + (left: SwiftCode, right: SwiftCode) -> SwiftCode { SwiftCode(checked: left.text + right.text) }

    /// Collects literals and checked values.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        mutating func appendLiteral(_ literal: StaticString) {
            text += "\(literal)"
        }

        /// A name as a declaration, or used without a dot before it.
        mutating func appendInterpolation(_ name: SwiftIdentifier) {
            text += name.declared
        }

        mutating func appendInterpolation(member name: SwiftIdentifier) {
            text += name.member
        }

        /// A name as a parameter of a declaration.
        mutating func appendInterpolation(parameter name: SwiftIdentifier) {
            text += name.parameter
        }

        /// A name as an argument label.
        mutating func appendInterpolation(label name: SwiftIdentifier) {
            text += name.label
        }

        /// A name inside a string literal or a comment, without backticks.
        mutating func appendInterpolation(bare name: SwiftIdentifier) {
            text += name.text
        }

        /// Source that is checked already.
        mutating func appendInterpolation(_ code: SwiftCode) {
            text += code.text
        }

        /// A string literal for any text.
        mutating func appendInterpolation(literal text: String) {
            self.text += SwiftLiteral.string(text)
        }

        mutating func appendInterpolation(_ number: Int) {
            text += SwiftLiteral.number(number)
        }
    }
}
