@_spi(Generated) import Pipeline
@_spi(Generated) import WaybillRuntime

/// What stands between two slashes of an operation's path: a word, a parameter, or both, as in `{sid}.json`.
struct PathSegment: Sendable, Hashable {
    let template: TextTemplate

    init(_ text: String) {
        template = TextTemplate(text)
    }

    /// Whether it is the same in every request.
    var isLiteral: Bool { template.placeholders.isEmpty }

    /// The parameters' values, decoded; nil where the segment is another one.
    func match(_ part: Substring) -> [String: String]? {
        guard let text = PercentDecoding.decode(part) else { return nil }
        if isLiteral { return text == template.literal ? [:] : nil }
        return Self.match(template.pieces[...], part)
    }

    /// A parameter takes as much as leaves the rest something to match; what it takes is not empty.
    private static func match(_ pieces: ArraySlice<TextTemplate.Piece>, _ rest: Substring) -> [String: String]? {
        switch pieces.first {
        case nil: return rest.isEmpty ? [:] : nil
        case .text(let literal)?:
            return rest.hasPrefix(literal) ? match(pieces.dropFirst(), rest.dropFirst(literal.count)) : nil
        case .placeholder(let name)?:
            var end = rest.endIndex
            while end > rest.startIndex {
                if let others = match(pieces.dropFirst(), rest[end...]) {
                    return PercentDecoding.decode(rest[..<end]).map { others.merging([name: $0]) { $1 } }
                }
                end = rest.index(before: end)
            }
            return nil
        }
    }
}
