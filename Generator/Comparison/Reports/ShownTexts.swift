/// The texts of a change as a report shows them: each on one line, and of long ones the part where they begin to differ.
struct ShownTexts: Equatable {
    let old: String?
    let new: String?

    private static let length = 120
    /// What is shown of that in which long texts are alike.
    private static let context = 24

    init(old: String?, new: String?) {
        let (oldLine, newLine) = (old.map(Self.line), new.map(Self.line))
        let start =
            if let oldLine, let newLine, max(oldLine.count, newLine.count) > Self.length {
                Self.start(oldLine, newLine)
            } else { 0 }
        self.old = oldLine.map { Self.part($0, from: start) }
        self.new = newLine.map { Self.part($0, from: start) }
    }

    private static func line(_ text: String) -> [Character] {
        Array(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    }

    /// Where a part begins that holds the first difference, at the beginning of a word.
    private static func start(_ old: [Character], _ new: [Character]) -> Int {
        let same = zip(old, new).prefix { $0 == $1 }.count
        guard same > context else { return 0 }
        let word = old[..<(same - context)].lastIndex(of: " ").map { $0 + 1 } ?? 0
        // What has no blanks has no words.
        return same - word > length / 2 ? same - context : word
    }

    private static func part(_ line: [Character], from start: Int) -> String {
        let rest = line.dropFirst(start)
        let end = rest.count > length ? rest.prefix(length - 1) + ["…"] : rest
        return (start > 0 ? "…" : "") + String(end)
    }
}

extension JudgedChange {
    /// What a report shows of the old and the new text.
    var shown: ShownTexts { ShownTexts(old: oldText, new: newText) }
}
