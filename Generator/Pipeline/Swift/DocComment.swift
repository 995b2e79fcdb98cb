/// Text of the spec as the lines of a comment that nothing in it can end.
///
/// The first sentence stands alone as the summary, as the formatter asks.
struct DocComment {
    /// One block of a comment.
    private enum Block {
        case paragraph(String)
        /// Several items under a heading, or one.
        case list(String, [(name: String, text: String)])
        case item(String)
    }

    private var blocks: [Block] = []

    /// Begins a comment with a text whose first sentence is its summary; `fallback` stands where there is none.
    ///
    /// - Parameter tail: What follows on the summary's line.
    /// - Parameter isSentence: Whether a period is added where there is none.
    init(_ text: String?, or fallback: String, tail: String? = nil, isSentence: Bool = true) {
        let words = Self.words(of: text ?? "").joined(separator: " ")
        guard isSentence else {
            blocks.append(.paragraph(words))
            return
        }
        let (summary, rest) = Self.sentences(words.isEmpty ? fallback : words)
        if let tail, rest.isEmpty {
            blocks.append(.paragraph("\(summary) \(tail)"))
        } else {
            blocks.append(.paragraph(summary))
            add(rest + (tail.map { (rest.isEmpty ? "" : " ") + $0 } ?? ""))
        }
    }

    /// Adds paragraphs; empty lines part them.
    mutating func add(_ text: String?) {
        var paragraph: [String] = []
        for line in Self.lines(of: text ?? "") + [""] {
            let words = Self.words(of: line)
            if words.isEmpty, !paragraph.isEmpty {
                blocks.append(.paragraph(paragraph.joined(separator: " ")))
                paragraph = []
            }
            paragraph += words
        }
    }

    /// Adds what is no published fact, each as an aside.
    mutating func add(_ certainty: [Certainty]) {
        for remark in certainty { blocks.append(.item("Note: " + remark.sentence)) }
    }

    /// Adds the parameters of a function.
    mutating func addParameters(_ parameters: [(name: String, text: String)]) {
        if !parameters.isEmpty { blocks.append(.list("Parameters", parameters)) }
    }

    /// Adds what a function throws.
    mutating func addThrows(_ text: String) {
        blocks.append(.item("Throws: " + text))
    }

    /// The lines with their marks, no longer than the width where words allow it.
    func lines(width: Int) -> [String] {
        var lines: [String] = []
        var previous: Block?
        for block in blocks {
            if let previous, Self.needsGap(previous, block) { lines.append("") }
            lines += Self.lines(of: block, width: width - 4)
            previous = block
        }
        return lines.map { $0.isEmpty ? "///" : "/// " + $0 }
    }

    /// The lines of a text: every character that some tool takes for a line break is one.
    static func lines(of text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineBreak).map { String($0) }
    }

    private static func words(of text: String) -> [String] {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            let isSpace: (UInt8) -> Bool = { $0 <= 0x20 || $0 == 0x7F }
            return text.utf8.split(whereSeparator: isSpace).map { String(Substring($0)) }
        }
        // Split by scalar, since a line break can share its character with what follows.
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard let shown = shown(scalar) else { continue }
            if shown == " " {
                words.append(String(word))
                word.removeAll()
            } else {
                word.append(shown)
            }
        }
        return (words + [String(word)]).filter { !$0.isEmpty }
    }

    /// What stands for a character in a comment: nothing for what nobody can see, a space for what breaks lines.
    private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: " "
        case .format, .surrogate, .privateUse, .unassigned: nil
        default: scalar
        }
    }

    /// The first sentence and what follows it.
    private static func sentences(_ text: String) -> (summary: String, rest: String) {
        let characters = Array(text)
        for (index, character) in characters.enumerated().dropLast() where character == "." {
            if characters[index + 1] == " " {
                return (String(characters[...index]), String(characters[(index + 2)...]))
            }
        }
        let isEnded = characters.last.map { ".!?…:".contains($0) } ?? false
        return (isEnded ? text : text + ".", "")
    }

    private static func needsGap(_ one: Block, _ other: Block) -> Bool {
        switch (one, other) {
        case (.list, .item), (.item, .item): false
        default: true
        }
    }

    private static func lines(of block: Block, width: Int) -> [String] {
        switch block {
        case .paragraph(let text): wrap(text, first: "", rest: "", width: width)
        case .item(let text): wrap(text, first: "- ", rest: "  ", width: width)
        case .list(let title, let items):
            ["- \(title):"]
                + items.flatMap { wrap("\($0.name): \($0.text)", first: "  - ", rest: "    ", width: width) }
        }
    }

    private static func wrap(_ text: String, first: String, rest: String, width: Int) -> [String] {
        var lines: [String] = []
        var (line, length) = (first, first.count)
        var isEmpty = true
        for word in words(of: text) {
            let added = word.count + (isEmpty ? 0 : 1)
            if !isEmpty, length + added > width {
                lines.append(line)
                (line, length) = (rest + word, rest.count + added - 1)
            } else {
                line += (isEmpty ? "" : " ") + word
                length += added
            }
            isEmpty = false
        }
        return lines + [line]
    }
}

extension Character {
    /// Whether it ends a line for Swift, for Unicode or for an editor: LF, CR, CR LF, VT, FF, NEL, LS and PS.
    fileprivate var isLineBreak: Bool {
        unicodeScalars.contains { [0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029].contains($0.value) }
    }
}
