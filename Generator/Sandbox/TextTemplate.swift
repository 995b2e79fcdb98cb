/// A text with places for values: `Bearer {apiKey}`.
struct TextTemplate: Sendable {
    /// A part of the text.
    enum Piece: Sendable, Hashable {
        case literal(String)
        case placeholder(String)
    }

    private(set) var pieces: [Piece]

    /// Takes a text apart; a brace without its counterpart is text.
    init(_ text: String) {
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

    /// The same text with some of its places filled.
    func filling(_ value: (String) -> String?) -> TextTemplate {
        var filled = self
        filled.pieces = pieces.compactMap { piece in
            guard case .placeholder(let name) = piece, let text = value(name) else { return piece }
            return text.isEmpty ? nil : .literal(text)
        }
        return filled
    }

    /// The name, where the whole text is one placeholder.
    var onlyPlaceholder: String? {
        if pieces.count == 1, case .placeholder(let name) = pieces[0] { name } else { nil }
    }

    /// What stands at the placeholders of a text of this form; nil where the text has another form.
    ///
    /// A placeholder takes what comes before the next literal; the last one takes the rest.
    func match(_ text: String) -> [(name: String, value: String)]? {
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
}

extension TextTemplate: CustomStringConvertible {
    /// The text as it is written.
    var description: String {
        pieces.map { piece in
            switch piece {
            case .literal(let text): text
            case .placeholder(let name): "{\(name)}"
            }
        }.joined()
    }
}
