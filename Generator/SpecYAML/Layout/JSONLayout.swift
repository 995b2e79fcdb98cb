/// JSON as it is read by people, one member a line, and as it goes over the wire; its tokens stay as they are.
public enum JSONLayout {
    /// Whether a text begins as an object, a list or a text of JSON; a form, which may stand in its place, does not.
    static func isDocument(_ text: String) -> Bool {
        text.first { !$0.isWhitespace }.map { "{[\"".contains($0) } ?? false
    }

    /// Without white space between its tokens.
    public static func compact(_ text: String) -> String {
        var result = ""
        var cursor = Cursor(text)
        while let (character, isText) = cursor.next() {
            if isText || !character.isWhitespace { result.append(character) }
        }
        return result
    }

    /// One member or element a line; empty objects and lists stay together.
    static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        var depth = 0
        var cursor = Cursor(compact(text))
        func pad() -> String { String(repeating: "  ", count: depth) }
        while let (character, isText) = cursor.next() {
            switch character {
            case "{" where !isText, "[" where !isText:
                line.append(character)
                if let end = cursor.skip(character == "{" ? "}" : "]") {
                    line.append(end)
                } else {
                    lines.append(line)
                    depth += 1
                    line = pad()
                }
            case "}" where !isText, "]" where !isText:
                lines.append(line)
                depth = max(0, depth - 1)
                line = pad() + String(character)
            case "," where !isText:
                lines.append(line + ",")
                line = pad()
            case ":" where !isText: line += ": "
            default: line.append(character)
            }
        }
        return lines + [line]
    }

    /// Goes over the characters, and knows which stand inside of texts.
    private struct Cursor {
        private var rest: Substring
        private var isText = false
        private var isEscaped = false

        init(_ text: String) { rest = text[...] }

        mutating func next() -> (Character, isText: Bool)? {
            guard let character = rest.popFirst() else { return nil }
            let wasText = isText
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = isText
            } else if character == "\"" {
                isText.toggle()
            }
            return (character, wasText || isText)
        }

        mutating func skip(_ character: Character) -> Character? {
            guard rest.first == character else { return nil }
            return rest.popFirst()
        }
    }
}
