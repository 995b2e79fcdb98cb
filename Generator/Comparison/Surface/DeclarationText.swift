/// Takes the text of a declaration apart, as the generator lays it out.
enum DeclarationText {
    /// The parameters, without their brackets, and what follows them.
    static func split(_ code: Substring, keyword: Substring) -> (parameters: Substring?, rest: String) {
        guard ["func", "init", "subscript", "case"].contains(keyword), let open = code.firstIndex(of: "(") else {
            return (nil, head(code))
        }
        let before = code[..<open]
        var depth = 0
        for index in code[open...].indices {
            if code[index] == "(" { depth += 1 }
            if code[index] == ")" { depth -= 1 }
            guard depth == 0 else { continue }
            let rest = head(code[code.index(after: index)...])
            return (
                code[code.index(after: open)..<index],
                [String(before), rest].filter { !$0.isEmpty }.joined(separator: " ")
            )
        }
        return (nil, head(code))
    }

    /// What stands before the body or the value.
    static func head(_ code: Substring) -> String {
        var depth = 0
        var end = code.endIndex
        for index in code.indices {
            let character = code[index]
            if "([<".contains(character) { depth += 1 }
            if ")]>".contains(character), !code[..<index].hasSuffix("-") { depth -= 1 }
            if depth == 0, character == "{" || character == "=" {
                end = index
                break
            }
        }
        return trimmed(code[..<end])
    }

    /// The parameters of a list: `label name: Type = value`.
    static func parameters(_ list: Substring) -> [SwiftDeclaration.Parameter] {
        elements(list).map { element in
            let parts = separated(element, by: ":")
            guard parts.count > 1 else { return .init(label: "_", type: trimmed(element), defaultValue: nil) }
            let label = trimmed(parts[0]).split(separator: " ").first.map(String.init) ?? "_"
            let rest = separated(element.dropFirst(parts[0].count + 1), by: "=")
            let value = element.dropFirst(parts[0].count + 1).dropFirst(rest[0].count + 1)
            return .init(
                label: label.filter { $0 != "`" },
                type: trimmed(rest[0]),
                defaultValue: rest.count > 1 ? trimmed(value) : nil
            )
        }
    }

    private static func elements(_ list: Substring) -> [Substring] {
        separated(list, by: ",").filter { !trimmed($0).isEmpty }
    }

    /// The parts between separators that stand in no brackets and no literal.
    private static func separated(_ text: Substring, by separator: Character) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var depth = 0
        var isQuoted = false
        for index in text.indices {
            let character = text[index]
            if character == "\"", !text[..<index].hasSuffix("\\") { isQuoted.toggle() }
            guard !isQuoted else { continue }
            if "([<".contains(character) { depth += 1 }
            if ")]>".contains(character), !text[..<index].hasSuffix("-") { depth -= 1 }
            if depth == 0, character == separator {
                parts.append(text[start..<index])
                start = text.index(after: index)
            }
        }
        return parts + [text[start...]]
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
