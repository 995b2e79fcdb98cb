import SpecYAML

/// The diagnostics of decoding, and how much of the spec was lost.
///
/// Of a spec that lost something only the whole parts are validated: other rules would complain about what is missing.
struct DecodingLog {
    /// What was found so far.
    var diagnostics = DiagnosticCollector()
    /// How many times a part of the spec could not be read.
    private(set) var losses = 0

    /// Whether a part of the spec could not be read.
    var hasLosses: Bool { losses > 0 }

    /// Reports a part that could not be read.
    mutating func lose(
        _ rule: DecodingRule,
        _ message: String,
        at location: SourceLocation,
        notes: [Diagnostic.Note] = []
    ) {
        losses += 1
        complain(rule, message, at: location, notes: notes)
    }

    /// Remembers a loss of which another diagnostic speaks.
    mutating func lose() { losses += 1 }

    /// Reports a value of another kind.
    mutating func lose(_ rule: DecodingRule, expected: String, found node: YAMLNode) {
        let text = node.scalar.flatMap { $0.isNull ? nil : " " + SpecText.quoted($0.text) } ?? ""
        lose(rule, "expected \(expected), found \(node.kindName)\(text)", at: node.location)
    }

    /// Reports a word that is none of the known ones.
    mutating func loseWord(_ word: Located<String>, among known: [String]) {
        let fix =
            Suggestion.nearest(to: word.value, among: known).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "the known \(known.count == 1 ? "one is" : "ones are") \(known.joined(separator: ", "))"
        lose(.unknownWord, "unknown word \(SpecText.quoted(word.value)); \(fix)", at: word.location)
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
