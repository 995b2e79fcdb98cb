@_spi(Generated) import WaybillRuntime

/// What a scheme signs, taken apart: a text with the placeholders `{body}` or `{form}`, `{timestamp}`,
/// `{id}` and `{url}`.
struct WebhookSigningTemplate: Sendable, Hashable {
    private let pieces: [TextTemplate.Piece]
    /// The placeholders that it has.
    let placeholders: [String]

    /// Nil where there is an unknown placeholder, or where the body, or the fields of its form, do not stand in it exactly once,
    /// at the end.
    ///
    /// Anywhere else the body's bytes could pass for what follows it.
    init?(_ template: String) {
        let template = TextTemplate(template)
        pieces = template.pieces
        placeholders = template.placeholders
        let isKnown = placeholders.allSatisfy { ["body", "form", "timestamp", "id", "url"].contains($0) }
        let isBody: (TextTemplate.Piece) -> Bool = { [.placeholder("body"), .placeholder("form")].contains($0) }
        guard isKnown, pieces.firstIndex(where: isBody).map({ $0 + 1 }) == pieces.count else { return nil }
    }

    /// The bytes to be signed, piece by piece; nil where a value is missing, or could pass for what follows it.
    func parts(_ values: WebhookSignedValues) -> [[UInt8]]? {
        var parts: [[UInt8]] = []
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .text(let text): parts.append(Array(text.utf8))
            case .placeholder("timestamp"):
                guard let timestamp = values.timestamp else { return nil }
                parts.append(Array(timestamp.utf8))
            case .placeholder("id"):
                guard let id = values.id.map({ Array($0.utf8) }), isClosed(id, after: index) else { return nil }
                parts.append(id)
            case .placeholder("url"):
                guard let url = values.url else { return nil }
                parts.append(Array(url.utf8))
            case .placeholder("form"):
                guard let form = WebhookForm(values.body) else { return nil }
                parts.append(form.signed)
            case .placeholder: parts.append(values.body)
            }
        }
        return parts
    }

    /// Whether an id ends where the text after it begins: `a.1` before a dot could be `a` as well.
    private func isClosed(_ id: [UInt8], after index: Int) -> Bool {
        guard !id.isEmpty, pieces.indices.contains(index + 1), case .text(let next) = pieces[index + 1] else {
            return !id.isEmpty
        }
        return !id.contains { next.utf8.contains($0) }
    }
}
