import SpecYAML

struct EnumsRule: LocalRule {
    let id = "enum"
    let summary = "An enum has words, and its order and its final words are among them."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for words in context.spec.enums {
            let known = words.value.values.map(\.name.value)
            if words.value.of != nil {
                for word in words.value.values where Int(word.name.value).map({ String($0) }) != word.name.value {
                    diagnostics.error(id, noNumber(word.name.value), at: word.name.location)
                }
            }
            if known.isEmpty { diagnostics.error(id, empty, at: words.name.location) }
            for word in words.value.order + words.value.final where !known.contains(word.value) {
                diagnostics.error(id, unknown(word.value, known), at: word.location)
            }
        }
    }
}

// MARK: - Messages

extension EnumsRule {
    private var empty: String { "an enum needs words; add them under 'values', or use string" }

    private func noNumber(_ word: String) -> String {
        "\(SpecText.quoted(word)) is no whole number, which the words of this enum are; correct it, or leave 'of: int' out"
    }

    private func unknown(_ word: String, _ known: [String]) -> String {
        let fix =
            Suggestion.nearest(to: word, among: known).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "add it to 'values'"
        return "the enum has no word \(SpecText.quoted(word)); \(fix)"
    }
}
