import SpecYAML

/// The line `GET /path/{parameter}`, cut into its two parts.
struct HTTPLine: Sendable {
    /// The methods that an operation may have.
    static let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]

    let method: Located<String>
    let path: Located<String>
}

extension Kind where Value == HTTPLine {
    /// A method and a path.
    static var httpLine: Kind {
        Kind(.text("method and path")) { member, log in
            guard let line = Kind<Located<String>>.text.decode(member, &log) else { return nil }
            let words = line.value.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            guard words.count == 2, !words[1].isEmpty else {
                let message = "expected a method and a path with one space between them, such as GET /a/{b}"
                log.lose(.http, message, at: line.location)
                return nil
            }
            let length = words[0].unicodeScalars.count
            let method = Located(words[0], at: part(of: member.value, from: 0, length: length))
            guard HTTPLine.methods.contains(words[0]) else {
                let known = HTTPLine.methods.joined(separator: ", ")
                let message = "unknown method \(SpecText.quoted(words[0])); the methods are \(known)"
                log.lose(.http, message, at: method.location)
                return nil
            }
            let place = part(of: member.value, from: length + 1, length: words[1].unicodeScalars.count)
            return HTTPLine(method: method, path: Located(words[1], at: place))
        }
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
