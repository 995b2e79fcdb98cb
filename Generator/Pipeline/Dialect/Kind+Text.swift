import SpecYAML
import WaybillJSON

extension Kind where Value == Located<String> {
    /// One line that is not blank.
    static var text: Kind { text("text") }

    /// Text for the documentation that may have several lines.
    static var lines: Kind { text("text", isMultiline: true) }

    /// Text that is not blank; the word says what it is.
    static func text(_ word: String, isMultiline: Bool = false) -> Kind {
        Kind(.text(word, isMultiline: isMultiline)) { member, log in
            guard let text = rawText(word).decode(member, &log) else { return nil }
            if text.value.contains(where: { !$0.isWhitespace }) { return text }
            log.lose(.text, "an empty text says nothing; write it, or leave the key out", at: text.location)
            return nil
        }
    }

    /// Text that may be empty.
    static func rawText(_ word: String, isMultiline: Bool = false) -> Kind {
        Kind(.text(word, isMultiline: isMultiline)) { member, log in
            guard let scalar = member.value.scalar, !scalar.isNull else {
                log.lose(.wrongKind, expected: "text", found: member.value)
                return nil
            }
            log.checkQuotes(of: member.value)
            return Located(scalar.text, at: member.value.location)
        }
    }
}

extension Kind where Value == Located<String> {
    /// JSON; where it stands in a block of lines, the white space between its tokens is for readers and goes.
    ///
    /// Text in quotes is taken as it is, byte for byte.
    static var json: Kind { json(.text("JSON")) }

    /// JSON, or nothing between quotes.
    static var rawJSON: Kind { json(.rawText("JSON")) }

    private static func json(_ text: Kind) -> Kind {
        Kind(.jsonText) { member, log in
            guard let text = text.decode(member, &log) else { return nil }
            let isBlock = [.literal, .folded].contains(member.value.scalar?.style)
            guard isBlock, (try? JSONValue(parsing: text.value)) != nil else { return text }
            return Located(JSONLayout.compact(text.value), at: text.location)
        }
    }
}

extension Kind where Value == [Located<String>] {
    /// Places in a body, tried in their order: one path, several, or the word `none`.
    static var envelopePaths: Kind {
        let paths = list(.text("path"))
        return Kind(.either([.text("path"), paths.shape, .words(["none"])])) { member, log in
            guard member.value.sequence?.isEmpty == true else { return paths.decode(member, &log) }
            let message = "a list of places needs one at least; write one, 'none', or leave the key out"
            log.lose(.missingKey, message, at: member.value.location)
            return nil
        }
    }
}

// MARK: - Words

extension Kind {
    /// A word of a fixed set.
    static func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> Kind
    where Value == Located<Word>, Word.RawValue == String {
        let words = Word.allCases.map(\.rawValue)
        return Kind(.words(words)) { member, log in
            guard let text = Kind<Located<String>>.text.decode(member, &log) else { return nil }
            if let word = Word(rawValue: text.value) { return Located(word, at: text.location) }
            log.loseWord(text, among: words)
            return nil
        }
    }

    /// A word, each with what it means, or one of the mappings.
    static func words<Meaning>(_ meanings: KeyValuePairs<String, Meaning>, or mapping: Kind? = nil) -> Kind
    where Value == Located<Meaning> {
        let words = meanings.map(\.key)
        let values = Dictionary(meanings.map { ($0.key, $0.value) }) { first, _ in first }
        let shapes = mapping?.shape.forms ?? []
        let known = words + shapes.flatMap(\.examples)
        return Kind(shapes.isEmpty ? .words(words) : .either([.words(words)] + shapes)) { member, log in
            if let mapping, member.value.mapping != nil { return mapping.decode(member, &log) }
            guard let text = Kind<Located<String>>.text.decode(member, &log) else { return nil }
            if let value = values[text.value] { return Located(value, at: text.location) }
            log.loseWord(text, among: known)
            return nil
        }
    }
}

extension ValueShape {
    /// The shapes of which it is one.
    fileprivate var forms: [ValueShape] {
        if case .either(let forms) = self { forms } else { [self] }
    }

    /// The mapping as messages show it: with its required key, or with each of those that it chooses from.
    fileprivate var examples: [String] {
        guard case .mapping(let mapping) = self else { return [] }
        let chosen = mapping.choices.flatMap { $0.ways.compactMap(\.first) }
        return mapping.keys.filter { $0.absence == .error || chosen.contains($0.name) }.map { key in
            guard case .text(let word, _) = key.value else { return "{ \(key.name): … }" }
            return "{ \(key.name): <\(word.split(separator: " ").last ?? "")> }"
        }
    }
}
