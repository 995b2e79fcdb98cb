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
        let segments = template.split(separator: "/").dropFirst(template.hasPrefix("/") ? 0 : 1)
        return segments.contains { $0 == "." || $0 == ".." } ? "must not have dot segments" : nil
    }
}
