@_spi(Generated) public import WaybillRuntime

/// What a spec asks of the runtime's templates.
@_spi(Generated)
extension TextTemplate {
    /// What stands outside the placeholders.
    public var literal: String { text { _ in "" } }

    /// Whether every brace has its partner.
    public var isBalanced: Bool {
        !literal.contains { "{}".contains($0) } && !placeholders.contains { $0.contains("{") }
    }

    /// The name, where the whole text is one placeholder.
    public var onlyPlaceholder: String? {
        if pieces.count == 1, case .placeholder(let name) = pieces[0] { name } else { nil }
    }

    /// The same text with some of its placeholders filled; nil leaves one as it is.
    public func filling(_ value: (String) -> String?) -> TextTemplate {
        TextTemplate(
            pieces: pieces.compactMap { piece in
                guard case .placeholder(let name) = piece, let text = value(name) else { return piece }
                return text.isEmpty ? nil : .text(text)
            }
        )
    }

    /// What stands at the placeholders of a text of this form; nil where the text has another form.
    ///
    /// A placeholder takes what comes before the next literal; the last one takes the rest.
    public func match(_ text: String) -> [(name: String, value: String)]? {
        var found: [(name: String, value: String)] = []
        var rest = text[...]
        for (position, piece) in pieces.enumerated() {
            switch piece {
            case .text(let literal):
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
        guard position + 1 < pieces.count, case .text(let next) = pieces[position + 1] else { return rest.endIndex }
        return rest.firstRange(of: next)?.lowerBound
    }

    /// Whether a placeholder makes a text that never repeats.
    public static func isRandom(_ placeholder: String) -> Bool {
        placeholder == "uuid" || randomDigits(placeholder) != nil
    }
}
