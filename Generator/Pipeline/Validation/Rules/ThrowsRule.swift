import SpecYAML

struct ThrowsRule: ValidationRule {
    let id = "throws"
    let summary = "An operation's `throws` names error cases of the API."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let cases = context.spec.errors.cases.map(\.name.value)
        for name in context.spec.resources.flatMap(\.operations).flatMap(\.value.throwing)
        where !cases.contains(name.value) {
            diagnostics.error(id, unknown(name.value, cases), at: name.location)
        }
    }
}

// MARK: - Messages

extension ThrowsRule {
    private func unknown(_ name: String, _ cases: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: cases).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "add it under 'errors: cases:' in api.yaml"
        return "no error case \(SpecText.quoted(name)); \(fix)"
    }
}
