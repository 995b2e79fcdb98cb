/// An operation's path with placeholders, such as `/messages/{id}`.
enum PathTemplate {
    /// Fills the placeholders with values that are encoded already.
    /// - Returns: The path, the names of the placeholders without a value, and those of the values without a placeholder.
    static func fill(_ template: String, _ values: [(name: String, encoded: String)]) -> (
        path: String, unmatched: [String]
    ) {
        let template = TextTemplate(template)
        let names = template.placeholders
        let path = template.text { name in values.last { $0.name == name }?.encoded ?? "" }
        let unfilled = names.filter { name in !values.contains { $0.name == name } }
        return (path, unfilled + values.map(\.name).filter { !names.contains($0) })
    }

    /// What is wrong with a path that a user gave in place of the spec's, or nil.
    static func fault(in template: String) -> String? {
        guard template == "." || template.hasPrefix("/") || template.hasPrefix("./") || template.hasPrefix("../") else {
            return "must begin with /, ./ or ../"
        }
        let isPlain = template.utf8.allSatisfy { byte in
            PercentEncoding.isUnreserved(byte) || "/{}%:@!$&'()*+,;=".utf8.contains(byte)
        }
        guard isPlain else { return "contains a character that is not allowed in a path" }
        let segments = template.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        if segments.dropLast().contains("") { return "must not have empty segments" }
        if segments.contains(where: isDots) { return "must not have dot segments" }
        let escapes = template.split(separator: "%", omittingEmptySubsequences: false).dropFirst()
        let isEncoded = escapes.allSatisfy { $0.utf8.count > 1 && $0.prefix(2).allSatisfy(\.isHexDigit) }
        return isEncoded ? nil : "has a percent sign without two hexadecimal digits"
    }

    /// Whether servers and proxies take a segment for `.` or `..`, which they do when it is percent-encoded too.
    static func isDots(_ segment: Substring) -> Bool {
        [".", ".."].contains(segment.lowercased().replacing("%2e", with: "."))
    }
}
