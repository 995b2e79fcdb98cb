import SpecYAML

struct DuplicateNamesRule: LocalRule {
    let id = "duplicate-name"
    let summary = "A list of names has each of them once."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for list in lists(of: context) {
            for (index, name) in list.enumerated() {
                guard let first = list[..<index].first(where: { $0 == name }) else { continue }
                diagnostics.error(
                    id,
                    twice(name.value),
                    at: name.location,
                    notes: [Diagnostic.Note(message: "the first one", location: first.location)]
                )
            }
        }
    }

    private func lists(of context: ValidationContext) -> [[Located<String>]] {
        let spec = context.spec
        var lists = spec.clients.map(\.value.resources)
        lists += [spec.errors.message, spec.errors.code, spec.errors.details, spec.errors.codes.map(\.name)]
        lists += [spec.envelopes, spec.errors.always] + spec.errors.fields.map(\.value.at)
        lists += spec.resources.flatMap(\.operations).flatMap { [$0.value.throwing, $0.value.envelopes] }
        lists += spec.enums.flatMap { [$0.value.values.map(\.name), $0.value.order, $0.value.final] }
        lists += context.fields.map(\.field.value.keys)
        return lists
    }
}

// MARK: - Messages

extension DuplicateNamesRule {
    private func twice(_ name: String) -> String {
        "\(SpecText.quoted(name)) stands here twice; leave one out"
    }
}
