import SpecYAML

struct ThrowsRule: ValidationRule {
    let id = "throws"
    let summary = "`throws` and `always` name error cases of the API, and an operation only those that not all have."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let cases = context.spec.errors.cases.map(\.name.value)
        let always = context.spec.errors.always
        let own = context.spec.resources.flatMap(\.operations).flatMap(\.value.throwing)
        for name in always + own where !cases.contains(name.value) {
            diagnostics.error(id, unknown(name.value, cases), at: name.location)
        }
        for name in own {
            guard let first = always.first(where: { $0.value == name.value }) else { continue }
            let note = Diagnostic.Note(message: "for all of them", location: first.location)
            diagnostics.error(id, repeated(name.value), at: name.location, notes: [note])
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

    private func repeated(_ name: String) -> String {
        "every operation throws \(SpecText.quoted(name)), as 'errors: always:' says; leave it out here"
    }
}
