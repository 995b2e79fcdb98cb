import SpecYAML
import Testing

@testable import Pipeline
@testable import SpecYAML

/// The catalog of all rules, `spec/DIAGNOSTICS.md`, is made of their declarations and of the fixtures that break them.
@Suite struct RuleCatalogTests {
    private typealias Rule = (id: String, summary: String)

    private let chapters: [(title: String, rules: [Rule])] = [
        ("Reading YAML", YAMLRule.allCases.map { ($0.rawValue, $0.summary) }),
        ("Reading the dialect", DecodingRule.allCases.map { ($0.rawValue, $0.summary) }),
        ("Rules of the whole spec", Validator.standard.rules.map { ($0.id, $0.summary) }),
    ]

    @Test("no two rules have one id, and every summary is one sentence")
    func rules() {
        let rules = chapters.flatMap(\.rules)
        #expect(Set(rules.map(\.id)).count == rules.count)
        for rule in rules { #expect(rule.summary.hasSuffix(".") && !rule.summary.contains("\n"), "\(rule.id)") }
    }

    @Test("every rule has a fixture that breaks it, and the catalog shows the shortest")
    func catalog() throws {
        let examples = examples()
        var lines = Self.head
        for chapter in chapters {
            lines += ["", "## \(chapter.title)"]
            for rule in chapter.rules.sorted(by: { $0.id < $1.id }) {
                let example = examples[rule.id]
                #expect(example != nil, "no fixture breaks '\(rule.id)'; add one to Fixtures/Invalid")
                lines += ["", "### \(rule.id)", "", rule.summary, "", "```", example ?? "", "```"]
            }
        }
        try RecordedText("spec/DIAGNOSTICS.md").expect(lines.joined(separator: "\n") + "\n")
    }

    /// For each rule its shortest diagnostic, as the tool prints it.
    private func examples() -> [String: String] {
        var examples: [String: String] = [:]
        for fixture in SpecFixture.invalid {
            let formatter = DiagnosticFormatter(files: fixture.files)
            for diagnostic in fixture.diagnostics().all {
                let text = formatter.format([diagnostic])
                if let known = examples[diagnostic.rule], (known.count, known) <= (text.count, text) { continue }
                examples[diagnostic.rule] = text
            }
        }
        return examples
    }

    private static let head = [
        "# Diagnostics",
        "",
        "Every rule that a spec can break, with an example. The word in brackets is the rule's id; it stays, so that tools can",
        "tell diagnostics apart. `make reference` writes this page from the rules and the fixtures that break them.",
    ]
}
