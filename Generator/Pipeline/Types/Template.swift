/// A text with placeholders in braces: `evt_{hex32}`.
package struct Template: Sendable, Hashable {
    /// A part of the text.
    package enum Piece: Sendable, Hashable {
        case literal(String)
        case placeholder(String)
    }

    /// The parts, in order; a brace without its partner is text.
    package private(set) var pieces: [Piece]

    /// Takes a text apart.
    package init(_ text: String) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.literal(String(rest[..<open]))) }
            pieces.append(.placeholder(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.literal(String(rest))) }
        self.pieces = pieces
    }

    /// The names of the placeholders, in order.
    package var placeholders: [String] {
        pieces.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
    }

    /// What stands outside the placeholders.
    package var literal: String {
        pieces.reduce(into: "") { text, piece in
            if case .literal(let part) = piece { text += part }
        }
    }

    /// Whether every brace has its partner.
    var isBalanced: Bool {
        !literal.contains { "{}".contains($0) } && !placeholders.contains { $0.contains("{") }
    }

    /// The name, where the whole text is one placeholder.
    package var onlyPlaceholder: String? {
        if pieces.count == 1, case .placeholder(let name) = pieces[0] { name } else { nil }
    }

    /// The same text with some of its placeholders filled; nil leaves one as it is.
    package func filling(_ value: (String) -> String?) -> Template {
        var filled = self
        filled.pieces = pieces.compactMap { piece in
            guard case .placeholder(let name) = piece, let text = value(name) else { return piece }
            return text.isEmpty ? nil : .literal(text)
        }
        return filled
    }

    /// What stands at the placeholders of a text of this form; nil where the text has another form.
    ///
    /// A placeholder takes what comes before the next literal; the last one takes the rest.
    package func match(_ text: String) -> [(name: String, value: String)]? {
        var found: [(name: String, value: String)] = []
        var rest = text[...]
        for (position, piece) in pieces.enumerated() {
            switch piece {
            case .literal(let literal):
                guard rest.hasPrefix(literal) else { return nil }
                rest = rest.dropFirst(literal.count)
            case .placeholder(let name):
                guard let end = end(ofPlaceholder: position, in: rest) else { return nil }
                found.append((name, String(rest[..<end])))
                rest = rest[end...]
            }
        }
        return rest.isEmpty ? found : nil
    }

    private func end(ofPlaceholder position: Int, in rest: Substring) -> Substring.Index? {
        guard position + 1 < pieces.count, case .literal(let next) = pieces[position + 1] else { return rest.endIndex }
        return rest.firstRange(of: next)?.lowerBound
    }

    /// How many random hexadecimal digits a placeholder makes: 18 of `hex18`; nil for any other.
    package static func randomDigits(_ placeholder: String) -> Int? {
        guard placeholder.hasPrefix("hex"), let count = Int(placeholder.dropFirst(3)) else { return nil }
        return (1...256).contains(count) ? count : nil
    }

    /// Whether a placeholder makes a text that never repeats.
    static func isRandom(_ placeholder: String) -> Bool {
        placeholder == "uuid" || randomDigits(placeholder) != nil
    }
}

extension Template: CustomStringConvertible {
    /// The text as it is written.
    package var description: String {
        pieces.map { piece in
            switch piece {
            case .literal(let text): text
            case .placeholder(let name): "{\(name)}"
            }
        }.joined()
    }
}
