import SpecYAML

struct PatternsRule: LocalRule {
    let id = "pattern"
    let summary = "A pattern is a simple regular expression: anchored, and never of exponential time."
    private static let longest = 200

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let constraints = context.fields.map(\.field.value).flatMap { [$0.constraints, $0.elements, $0.unchecked] }
        for pattern in constraints.compactMap({ $0?.pattern }) {
            if let fault = fault(in: pattern.value) { diagnostics.error(id, fault, at: pattern.location) }
        }
    }

    private func fault(in pattern: String) -> String? {
        guard pattern.utf8.count <= Self.longest else { return tooLong }
        guard pattern.hasPrefix("^"), pattern.hasSuffix("$"), !pattern.hasSuffix("\\$") else { return unanchored }
        guard (try? Regex(pattern)) != nil else { return malformed }
        var scanner = PatternScanner(pattern)
        return scanner.isSimple() ? nil : unbounded
    }
}

// MARK: - Messages

extension PatternsRule {
    private var tooLong: String { "a pattern has at most \(Self.longest) bytes; say the rest in 'about'" }

    private var unanchored: String { "a pattern describes the whole value; put it between '^' and '$'" }

    private var malformed: String { "this is no regular expression that Swift reads; check brackets and escapes" }

    private var unbounded: String {
        "this could take very long on some texts; repeat no group that repeats inside, and use no look-around or reference"
    }
}
