import SpecYAML

/// Turns one scalar into a value of the dialect, or says what was expected.
enum ScalarDecoder {
    /// The text as written, whatever YAML takes it for.
    ///
    /// `NO` and `1.10` stay text. Nothing and blanks are errors.
    static func text(_ node: YAMLNode, into log: inout DecodingLog) -> Located<String>? {
        guard let text = rawText(node, into: &log) else { return nil }
        guard text.value.contains(where: { !$0.isWhitespace }) else {
            log.lose(.text, "an empty text says nothing; write it, or leave the key out", at: node.location)
            return nil
        }
        return text
    }

    /// The text as written, which may be empty.
    static func rawText(_ node: YAMLNode, into log: inout DecodingLog) -> Located<String>? {
        guard let scalar = node.scalar, !scalar.isNull else {
            log.lose(.wrongKind, expected("text", found: node), at: node.location)
            return nil
        }
        return Located(scalar.text, at: node.location)
    }

    /// A whole number.
    static func int(_ node: YAMLNode, into log: inout DecodingLog) -> Located<Int>? {
        guard let value = node.scalar?.int else {
            log.lose(.number, expected("a whole number", found: node), at: node.location)
            return nil
        }
        return Located(value, at: node.location)
    }

    /// A finite number.
    static func double(_ node: YAMLNode, into log: inout DecodingLog) -> Located<Double>? {
        guard let value = node.scalar?.double, value.isFinite else {
            log.lose(.number, expected("a number", found: node), at: node.location)
            return nil
        }
        return Located(value, at: node.location)
    }

    /// `true` or `false`.
    static func bool(_ node: YAMLNode, into log: inout DecodingLog) -> Located<Bool>? {
        guard let value = node.scalar?.bool else {
            log.lose(.wrongKind, expected("true or false", found: node), at: node.location)
            return nil
        }
        return Located(value, at: node.location)
    }

    /// A duration in milliseconds: `250ms`, `2s`, `1m`, `1h`.
    static func duration(_ node: YAMLNode, into log: inout DecodingLog) -> Located<Int>? {
        guard let milliseconds = (node.scalar?.text).flatMap(milliseconds) else {
            log.lose(
                .duration,
                expected("a duration such as 250ms, 2s, 1m or 1h", found: node),
                at: node.location
            )
            return nil
        }
        return Located(milliseconds, at: node.location)
    }

    private static func milliseconds(_ text: String) -> Int? {
        let digits = text.prefix { "0"..."9" ~= $0 }
        let factors = ["ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000]
        guard let number = Int(digits), let factor = factors[String(text.dropFirst(digits.count))] else { return nil }
        let (product, overflow) = number.multipliedReportingOverflow(by: factor)
        return overflow ? nil : product
    }

    /// A number of bytes: `65536`, `64 KiB`, `1 MiB`.
    static func size(_ node: YAMLNode, into log: inout DecodingLog) -> Located<Int>? {
        guard let bytes = (node.scalar?.text).flatMap(bytes) else {
            let message = expected("a number of bytes such as 65536, 64 KiB or 1 MiB", found: node)
            log.lose(.number, message, at: node.location)
            return nil
        }
        return Located(bytes, at: node.location)
    }

    private static func bytes(_ text: String) -> Int? {
        let digits = text.prefix { "0"..."9" ~= $0 }
        let factors = ["": 1, " KiB": 1024, " MiB": 1_048_576]
        guard let number = Int(digits), let factor = factors[String(text.dropFirst(digits.count))] else { return nil }
        let (product, overflow) = number.multipliedReportingOverflow(by: factor)
        return overflow ? nil : product
    }

    /// One status of HTTP.
    static func status(_ node: YAMLNode, into log: inout DecodingLog) -> Located<Int>? {
        guard let range = (node.scalar?.text).flatMap(statusRange), range.count == 1 else {
            log.lose(.status, expected("a status from 100 to 599, such as 202", found: node), at: node.location)
            return nil
        }
        return Located(range.lowerBound, at: node.location)
    }

    /// One status or a range of them: `429`, `500-599`.
    static func statuses(_ node: YAMLNode, into log: inout DecodingLog) -> Located<ClosedRange<Int>>? {
        guard let range = (node.scalar?.text).flatMap(statusRange) else {
            log.lose(
                .status,
                expected("a status from 100 to 599 or a range such as 500-599", found: node),
                at: node.location
            )
            return nil
        }
        return Located(range, at: node.location)
    }

    /// The range that a text names; nil if it names none within 100 to 599.
    static func statusRange(_ text: String) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { digits -> Int? in
            digits.count == 3 && digits.allSatisfy { "0"..."9" ~= $0 } ? Int(digits) : nil
        }
        guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil else { return nil }
        guard first <= last, 100...599 ~= first, 100...599 ~= last else { return nil }
        return first...last
    }

    /// A word of a fixed set.
    static func word<Word: RawRepresentable & CaseIterable & Sendable>(
        _ node: YAMLNode,
        of type: Word.Type,
        into log: inout DecodingLog
    ) -> Located<Word>? where Word.RawValue == String {
        guard let text = text(node, into: &log) else { return nil }
        if let word = Word(rawValue: text.value) { return Located(word, at: node.location) }
        unknownWord(text, among: Word.allCases.map(\.rawValue), into: &log)
        return nil
    }

    /// Reports a word that is none of the known ones.
    static func unknownWord(_ text: Located<String>, among known: [String], into log: inout DecodingLog) {
        let suggestion = Suggestion.nearest(to: text.value, among: known)
        let mend =
            suggestion.map { "did you mean '\($0)'?" }
            ?? "the known \(known.count == 1 ? "one is" : "ones are") \(known.joined(separator: ", "))"
        log.lose(.unknownWord, "unknown word \(Echo.quoted(text.value)); \(mend)", at: text.location)
    }

    /// The message about a value of another kind.
    static func expected(_ what: String, found node: YAMLNode) -> String {
        guard let scalar = node.scalar, !scalar.isNull else { return "expected \(what), found \(node.kindName)" }
        return "expected \(what), found \(node.kindName) \(Echo.quoted(scalar.text))"
    }
}
