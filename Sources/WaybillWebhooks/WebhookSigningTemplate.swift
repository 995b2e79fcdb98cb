@_spi(Generated) import WaybillRuntime

/// What a scheme signs, taken apart: a text with the placeholders `{body}`, `{timestamp}` and `{id}`.
struct WebhookSigningTemplate: Sendable, Hashable {
    private let pieces: [TextTemplate.Piece]
    /// The placeholders that it has.
    let placeholders: [String]

    /// Nil where there is an unknown placeholder, or where the body does not stand in it exactly once, at the end.
    ///
    /// Anywhere else the body's bytes could pass for what follows it.
    init?(_ template: String) {
        let template = TextTemplate(template)
        pieces = template.pieces
        placeholders = template.placeholders
        let isKnown = placeholders.allSatisfy { ["body", "timestamp", "id"].contains($0) }
        guard isKnown, pieces.firstIndex(of: .placeholder("body")).map({ $0 + 1 }) == pieces.count else { return nil }
    }

    /// The bytes to be signed, piece by piece; nil where a value is missing, or could pass for what follows it.
    func parts(body: [UInt8], timestamp: String?, id: String?) -> [[UInt8]]? {
        var parts: [[UInt8]] = []
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .text(let text): parts.append(Array(text.utf8))
            case .placeholder("timestamp"):
                guard let timestamp else { return nil }
                parts.append(Array(timestamp.utf8))
            case .placeholder("id"):
                guard let id = id.map({ Array($0.utf8) }), isClosed(id, after: index) else { return nil }
                parts.append(id)
            case .placeholder: parts.append(body)
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
