/// What a scheme signs, taken apart: a text with the places `{body}`, `{timestamp}` and `{id}`.
struct WebhookSigningTemplate: Sendable, Hashable {
    enum Piece: Sendable, Hashable {
        case text([UInt8])
        case body
        case timestamp
        case id
    }

    let pieces: [Piece]

    /// Nil where there is an unknown place, or where the body does not stand in it exactly once, at the end.
    ///
    /// Anywhere else the body's bytes could pass for what follows it.
    init?(_ template: String) {
        var pieces: [Piece] = []
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.text(Array(rest[..<open].utf8))) }
            switch rest[rest.index(after: open)..<close] {
            case "body": pieces.append(.body)
            case "timestamp": pieces.append(.timestamp)
            case "id": pieces.append(.id)
            default: return nil
            }
            rest = rest[rest.index(after: close)...]
        }
        guard rest.isEmpty, pieces.firstIndex(of: .body) == pieces.indices.last, !pieces.isEmpty else { return nil }
        self.pieces = pieces
    }

    /// The bytes to be signed, piece by piece; nil where a value is missing, or could pass for what follows it.
    func parts(body: [UInt8], timestamp: String?, id: String?) -> [[UInt8]]? {
        var parts: [[UInt8]] = []
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .text(let text): parts.append(text)
            case .body: parts.append(body)
            case .timestamp:
                guard let timestamp else { return nil }
                parts.append(Array(timestamp.utf8))
            case .id:
                guard let id = id.map({ Array($0.utf8) }), isClosed(id, after: index) else { return nil }
                parts.append(id)
            }
        }
        return parts
    }

    /// Whether an id ends where the text after it begins: `a.1` before a dot could be `a` as well.
    private func isClosed(_ id: [UInt8], after index: Int) -> Bool {
        guard !id.isEmpty, pieces.indices.contains(index + 1), case .text(let next) = pieces[index + 1] else {
            return !id.isEmpty
        }
        return !id.contains { next.contains($0) }
    }
}
