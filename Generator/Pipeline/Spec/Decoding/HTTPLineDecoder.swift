import SpecYAML

/// Reads the line `GET /path/{parameter}`.
enum HTTPLineDecoder {
    /// The methods that an operation may have.
    static let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]

    /// Method and path with their places.
    static func decode(
        _ node: YAMLNode,
        into log: inout DecodingLog
    ) -> (method: Located<String>, path: Located<String>)? {
        guard let line = ScalarDecoder.text(node, into: &log) else { return nil }
        let words = line.value.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 2, !words[1].isEmpty else {
            log.lose(
                .http,
                "expected a method and a path with one space between them, such as GET /a/{b}",
                at: node.location
            )
            return nil
        }
        let method = Located(words[0], at: part(of: node, from: 0, length: words[0].unicodeScalars.count))
        guard methods.contains(words[0]) else {
            let mend = "the methods are \(methods.joined(separator: ", "))"
            log.lose(.http, "unknown method \(Echo.quoted(words[0])); \(mend)", at: method.location)
            return nil
        }
        let start = words[0].unicodeScalars.count + 1
        let path = Located(words[1], at: part(of: node, from: start, length: words[1].unicodeScalars.count))
        return (method, path)
    }

    // Only a plain scalar of one line has its characters where its text has them.
    private static func part(of node: YAMLNode, from start: Int, length: Int) -> SourceLocation {
        let whole = node.location
        guard node.scalar?.style == .plain, whole.line == whole.endLine else { return whole }
        let column = whole.column + start
        return SourceLocation(
            file: whole.file,
            line: whole.line,
            column: column,
            endLine: whole.line,
            endColumn: column + length
        )
    }
}
