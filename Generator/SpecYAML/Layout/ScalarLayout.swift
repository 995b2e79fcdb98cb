/// How a text is written on one line, so that every reader of YAML reads the same.
struct ScalarLayout {
    let scalar: YAMLScalar
    /// As it stands in the file, quotes included.
    let source: String
    /// Whether it is a key, which is text to every reader.
    var isKey = false

    /// The text on one line; nil where it has line ends.
    /// - Parameter isFlow: Whether it stands between brackets.
    func inline(isFlow: Bool) -> String? {
        switch scalar.style {
        case .plain: needsQuotes(isFlow: isFlow) ? quoted : scalar.text
        case .singleQuoted, .doubleQuoted: source.contains(where: \.isNewline) ? quotedUnlessLong : source
        case .literal, .folded: nil
        }
    }

    private var quotedUnlessLong: String? { scalar.text.contains(where: \.isNewline) ? nil : quoted }

    private var quoted: String {
        "\"" + scalar.text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private func needsQuotes(isFlow: Bool) -> Bool {
        let text = scalar.text
        if text.contains(where: \.isNewline) || PlainText(scalar)?.needsQuotes == true { return true }
        if isKey, PlainText(scalar)?.objection(asKeyInBrackets: isFlow) != nil { return true }
        if isFlow { return text.contains { "{}[],?<>".contains($0) } }
        // A type, such as `int?` or `map<string>`; a sentence may have such signs.
        return !text.contains(" ") && text.contains { "?<>{}".contains($0) } && !text.hasPrefix("/")
    }

    /// What a block of this text begins with: `|` or `>`, and a sign for what becomes of the line ends behind it.
    var blockHeader: String {
        let sign = scalar.style == .folded ? ">" : "|"
        let indentation = scalar.text.hasPrefix(" ") ? "2" : ""
        guard scalar.text.hasSuffix("\n") else { return sign + indentation + "-" }
        return sign + indentation + (scalar.text.hasSuffix("\n\n") || scalar.text == "\n" ? "+" : "")
    }

    /// Whether its lines can stand as they are, in a block.
    var canBeLiteral: Bool {
        let lines = scalar.text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 1, lines.first?.isEmpty == false, !scalar.text.contains("\t") else { return false }
        let isPrintable = scalar.text.unicodeScalars.allSatisfy { $0 == "\n" || SpecText.visible($0) == String($0) }
        return isPrintable && !lines.contains { $0.hasSuffix(" ") || $0.contains { $0.isNewline } }
    }

    /// The text in lines of a width, for a folded block; nil where folding would change it.
    func folded(width: Int) -> [String]? {
        let text = scalar.text
        guard !text.isEmpty, !text.contains(where: \.isNewline), !text.hasPrefix(" "), !text.hasSuffix(" "),
            !text.contains("  "), !text.contains("\t")
        else { return nil }
        var lines = [""]
        for word in text.split(separator: " ") {
            let line = lines[lines.count - 1]
            if line.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if line.count + 1 + word.count <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
