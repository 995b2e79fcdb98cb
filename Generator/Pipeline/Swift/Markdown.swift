/// Puts texts of the spec into Markdown so that they stay texts.
enum Markdown {
    static func line(_ text: String) -> String {
        DocComment.lines(of: text).joined(separator: " ").split(separator: " ").joined(separator: " ")
    }

    /// A text of several paragraphs.
    static func paragraphs(_ text: String) -> [String] {
        var paragraphs: [[String]] = [[]]
        for text in DocComment.lines(of: text).map({ line($0) }) {
            if text.isEmpty { paragraphs.append([]) } else { paragraphs[paragraphs.count - 1].append(text) }
        }
        return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    }

    /// A text as code, in as many backticks as it takes.
    static func code(_ text: String) -> String {
        let text = line(text)
        return text.contains("`") ? "`` \(text) ``" : "`\(text)`"
    }

    /// A table: a line for each row; bars inside cells are escaped.
    static func table(_ head: [String], _ rows: [[String]]) -> [String] {
        let lines = ([head, head.map { _ in "---" }] + rows).map { cells in
            "| " + cells.map { line($0).replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }
        return lines + [""]
    }

    static func swift(_ write: (inout SwiftWriter) -> Void) -> [String] {
        var writer = SwiftWriter()
        write(&writer)
        return ["```swift"]
            + writer.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { String($0) }
            + ["```", ""]
    }
}
