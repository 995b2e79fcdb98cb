/// A text with placeholders, such as `{timestamp}.{body}`.
///
/// It is taken apart before anything is filled in, so that a value cannot bring a placeholder of its own.
package struct TextTemplate: Sendable, Hashable {
    /// A part of a template.
    package enum Piece: Sendable, Hashable {
        case text(String)
        case placeholder(String)
    }

    /// The parts, in their order.
    package let pieces: [Piece]

    /// Takes a template apart; braces that do not close are text.
    package init(_ template: some StringProtocol) {
        var pieces: [Piece] = []
        var rest = Substring(template)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            pieces.append(.placeholder(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.pieces = pieces
    }

    /// The names of the placeholders, in their order.
    package var placeholders: [String] {
        pieces.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
    }

    /// The text with its placeholders filled by a closure.
    package func text(_ value: (String) -> String) -> String {
        pieces.reduce(into: "") { text, piece in
            switch piece {
            case .text(let part): text += part
            case .placeholder(let name): text += value(name)
            }
        }
    }
}
