import SpecYAML

/// The diagnostics of decoding, and how much of the spec was lost.
///
/// Of a spec that lost something only the whole parts are validated: other rules would complain about what is missing.
struct DecodingLog {
    /// What was found so far.
    var diagnostics = DiagnosticCollector()
    /// How many times a part of the spec could not be read.
    private(set) var losses = 0
    /// What the author says of how certain the parts are, in the order of reading.
    private(set) var certainty: [Certainty] = []
    /// What of it no part has kept yet.
    private var open: [Certainty] = []
    /// The keys that lead to what is being read.
    private var path: [String] = []

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

    /// Reports text that has no quotes and that readers of YAML take for something else.
    mutating func checkQuotes(of node: YAMLNode) {
        guard let scalar = node.scalar, !scalar.isText else { return }
        let shown = SpecText.quoted(scalar.text)
        let quotes = "\"\(shown.dropFirst().dropLast())\""
        complain(.quotes, "this is text, and \(shown) is \(node.kindName) in YAML; write \(quotes)", at: node.location)
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

// MARK: - Certainty

extension DecodingLog {
    /// Reads what stands under a key or a name.
    mutating func within<Value>(_ key: String, _ read: (inout DecodingLog) -> Value) -> Value {
        path.append(key)
        defer { path.removeLast() }
        return read(&self)
    }

    /// Has a part keep what none inside it has; false: a part around it has to.
    @discardableResult
    mutating func keep(in part: inout some Readable) -> Bool {
        part.keep(
            open.map { certainty in
                var certainty = certainty
                certainty.part = Array(certainty.path.dropFirst(path.count))
                return certainty
            }
        )
    }

    /// Reads a part, whose own words on its certainty come first; what its parts have not kept is its own to keep.
    mutating func reading<Part: Readable, Value>(
        _ part: inout Part,
        _ members: [YAMLMember],
        besides names: [String],
        _ read: (inout Part, inout DecodingLog) -> Value
    ) -> Value {
        let outer = open
        open = []
        for kind in Certainty.Kind.allCases where !names.contains(kind.rawValue) {
            guard let member = members.first(where: { $0.key == kind.rawValue }) else { continue }
            guard let text = Kind<Located<String>>.text.decode(member, &self) else { continue }
            open.append(Certainty(kind: kind, text: text.value, location: member.keyLocation, path: path))
        }
        certainty += open
        let value = read(&part, &self)
        open = keep(in: &part) ? outer : outer + open
        return value
    }
}
