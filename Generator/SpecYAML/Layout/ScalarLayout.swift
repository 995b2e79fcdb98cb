/// How a text is written on one line, so that every reader of YAML reads the same.
struct ScalarLayout {
    let scalar: YAMLScalar
    /// As it stands in the file, quotes included.
    let source: String

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
        if text.contains(where: \.isNewline) || isReadDifferently { return true }
        if isFlow { return text.contains { "{}[],?<>".contains($0) } }
        // A type, such as `int?` or `map<string>`; a sentence may have such signs.
        return !text.contains(" ") && text.contains { "?<>{}".contains($0) } && !text.hasPrefix("/")
    }

    /// Whether YAML 1.1 takes for a truth value, a number or a date what is text here.
    private var isReadDifferently: Bool {
        let text = scalar.text
        if scalar.isNull || scalar.bool != nil || CoreNumber.isNumber(text) { return false }
        if ["yes", "no", "on", "off", "="].contains(text.lowercased()) { return true }
        guard let first = text.utf8.first, (0x30...0x39).contains(first) || "+-.".utf8.contains(first) else {
            return false
        }
        let number = /[-+]?[0-9][0-9_]*(\.[0-9_]*)?|[-+]?0[box][0-9a-fA-F_]+|[-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?/
        let date = /[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?/
        return text.wholeMatch(of: number) != nil || text.wholeMatch(of: date) != nil
    }

    /// What a block of this text begins with: `|` or `>`, and a sign for what becomes of the line ends behind it.
    var blockHeader: String {
        let sign = scalar.style == .folded ? ">" : "|"
        let indentation = scalar.text.hasPrefix(" ") ? "2" : ""
        guard scalar.text.hasSuffix("\n") else { return sign + indentation + "-" }
        return sign + indentation + (scalar.text.hasSuffix("\n\n") || scalar.text == "\n" ? "+" : "")
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
