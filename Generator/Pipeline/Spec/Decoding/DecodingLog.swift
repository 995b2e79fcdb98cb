import SpecYAML

/// The diagnostics of decoding, and whether something of the spec was lost.
///
/// A spec that lost something is not validated: every rule would complain about what is missing.
struct DecodingLog {
    /// What was found so far.
    var diagnostics = DiagnosticCollector()
    /// Whether a part of the spec could not be read.
    var hasLosses = false

    /// Reports a part that could not be read.
    mutating func lose(
        _ rule: DecodingRule,
        _ message: String,
        at location: SourceLocation,
        notes: [Diagnostic.Note] = []
    ) {
        hasLosses = true
        complain(rule, message, at: location, notes: notes)
    }

    /// Reports a value of another kind.
    mutating func lose(_ rule: DecodingRule, expected: String, found node: YAMLNode) {
        let text = node.scalar.flatMap { $0.isNull ? nil : " " + Echo.quoted($0.text) } ?? ""
        lose(rule, "expected \(expected), found \(node.kindName)\(text)", at: node.location)
    }

    /// Reports a word that is none of the known ones.
    mutating func loseWord(_ word: Located<String>, among known: [String]) {
        let fix =
            Suggestion.nearest(to: word.value, among: known).map { "did you mean '\($0)'?" }
            ?? "the known \(known.count == 1 ? "one is" : "ones are") \(known.joined(separator: ", "))"
        lose(.unknownWord, "unknown word \(Echo.quoted(word.value)); \(fix)", at: word.location)
    }

    /// Reports something wrong that leaves all that the spec says readable.
    mutating func complain(
        _ rule: DecodingRule,
        _ message: String,
        at location: SourceLocation,
        notes: [Diagnostic.Note] = []
    ) {
        diagnostics.error(rule.rawValue, message, at: location, notes: notes)
    }
}
