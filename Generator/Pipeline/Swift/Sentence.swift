/// Puts texts of the spec together so that each of them ends as a sentence does.
enum Sentence {
    /// The texts with a period each and one space between them.
    static func joined(_ texts: [String?]) -> String {
        texts.compactMap(\.self).filter { !$0.isEmpty }.map { ended($0) }.joined(separator: " ")
    }

    /// The text with a period, unless it ends a sentence already.
    static func ended(_ text: String) -> String {
        let trimmed = text[...].trimmed
        guard let last = trimmed.last, !".!?…:".contains(last) else { return String(trimmed) }
        return trimmed + "."
    }
}

extension Substring {
    /// Without the white space at its end.
    fileprivate var trimmed: Substring {
        var trimmed = self
        while trimmed.last?.isWhitespace ?? false { trimmed.removeLast() }
        return trimmed
    }
}
