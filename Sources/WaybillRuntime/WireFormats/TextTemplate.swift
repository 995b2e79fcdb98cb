/// A text with placeholders in braces, such as `{timestamp}.{body}`.
///
/// It is taken apart before anything is filled in, so that a value cannot bring a placeholder of its own.
@_spi(Generated)
public struct TextTemplate: Sendable, Hashable {
    /// A part of a template.
    public enum Piece: Sendable, Hashable {
        case text(String)
        case placeholder(String)
    }

    /// The parts, in their order.
    public let pieces: [Piece]

    /// Takes a template apart; a brace without its partner is text.
    public init(_ template: some StringProtocol) {
        var pieces: [Piece] = []
        var rest = Substring(template).utf8
        while let open = rest.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            if open > rest.startIndex { pieces.append(.text(String(Substring(rest[..<open])))) }
            pieces.append(.placeholder(String(Substring(rest[rest.index(after: open)..<close]))))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(Substring(rest)))) }
        self.pieces = pieces
    }

    /// Puts a template together.
    public init(pieces: [Piece]) {
        self.pieces = pieces
    }

    /// The names of the placeholders, in their order.
    public var placeholders: [String] {
        pieces.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
    }

    /// The text with its placeholders filled by a closure.
    public func text(_ value: (String) -> String) -> String {
        pieces.reduce(into: "") { text, piece in
            switch piece {
            case .text(let part): text += part
            case .placeholder(let name): text += value(name)
            }
        }
    }

    /// How many random hexadecimal digits a placeholder makes: 18 of `hex18`; nil for any other.
    public static func randomDigits(_ placeholder: String) -> Int? {
        guard placeholder.hasPrefix("hex"), let count = Int(placeholder.dropFirst(3)) else { return nil }
        return (1...256).contains(count) ? count : nil
    }
}

@_spi(Generated)
extension TextTemplate: CustomStringConvertible {
    /// The text as it is written.
    public var description: String { text { "{\($0)}" } }
}
