/// Swift source text of one line, made only of literals of this generator and of values that are valid Swift already.
///
/// There is no way to put a plain string into it: what comes from a spec goes through an identifier, through `literal:`
/// or through a comment.
struct SwiftCode: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// A part of the text, by where it comes from.
    enum Piece: Sendable, Hashable {
        /// This generator's own source, which names types of the runtime and of the standard library.
        case literal(String)
        /// Names of values, literals and comments: no type is named in it.
        case other(String)
        /// A type that the module itself declares at its top level.
        case type(SwiftIdentifier)

        /// The piece where every name means what it says.
        var text: String {
            switch self {
            case .literal(let text), .other(let text): text
            case .type(let name): name.declared
            }
        }
    }

    let pieces: [Piece]

    /// The source where every name means what it says.
    var text: String { pieces.count == 1 ? pieces[0].text : pieces.reduce(into: "") { $0 += $1.text } }

    /// Takes a literal of this generator's own source.
    init(stringLiteral value: StaticString) {
        self.init([.literal("\(value)")])
    }

    /// Takes what the interpolation has put together.
    init(stringInterpolation: StringInterpolation) {
        self.init(stringInterpolation.pieces)
    }

    /// Puts pieces together that are valid Swift.
    init(_ pieces: [Piece]) {
        self.pieces = pieces
    }

    private init(checked text: String) {
        self.init([.other(text)])
    }

    /// A type that the module itself declares, where a name of the spec could be in its way.
    static func type(_ name: SwiftIdentifier) -> SwiftCode { SwiftCode([.type(name)]) }

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
        SwiftCode(Array(pieces.map(\.pieces).joined(separator: separator.pieces)))
    }

    /// The source without a space at its beginning.
    var droppingFirstSpace: SwiftCode {
        guard case .literal(let first) = pieces.first else { return self }
        return SwiftCode([.literal(String(first.drop { $0 == " " }))] + pieces.dropFirst())
    }

    /// The pieces one after the other.
    static func + (left: SwiftCode, right: SwiftCode) -> SwiftCode { SwiftCode(left.pieces + right.pieces) }

    /// Collects literals and checked values.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(interpolationCount * 2 + 1)
        }

        mutating func appendLiteral(_ literal: StaticString) {
            if literal.utf8CodeUnitCount > 0 { pieces.append(.literal("\(literal)")) }
        }

        /// A name as a declaration, or used without a dot before it.
        mutating func appendInterpolation(_ name: SwiftIdentifier) {
            pieces.append(.other(name.declared))
        }

        /// A type that the module declares, where it is used.
        mutating func appendInterpolation(type name: SwiftIdentifier) {
            pieces.append(.type(name))
        }

        mutating func appendInterpolation(member name: SwiftIdentifier) {
            pieces.append(.other(name.member))
        }

        /// A name as a parameter of a declaration.
        mutating func appendInterpolation(parameter name: SwiftIdentifier) {
            pieces.append(.other(name.parameter))
        }

        /// A name as an argument label.
        mutating func appendInterpolation(label name: SwiftIdentifier) {
            pieces.append(.other(name.label))
        }

        /// A name inside a string literal or a comment, without backticks.
        mutating func appendInterpolation(bare name: SwiftIdentifier) {
            pieces.append(.other(name.text))
        }

        /// Source that is checked already.
        mutating func appendInterpolation(_ code: SwiftCode) {
            pieces += code.pieces
        }

        /// A string literal for any text.
        mutating func appendInterpolation(literal text: String) {
            pieces.append(.other(SwiftLiteral.string(text)))
        }

        mutating func appendInterpolation(_ number: Int) {
            pieces.append(.other(SwiftLiteral.number(number)))
        }
    }
}
