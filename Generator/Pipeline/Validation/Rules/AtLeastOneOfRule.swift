import SpecYAML

struct AtLeastOneOfRule: LocalRule {
    let id = "at-least-one-of"
    let summary = "`atLeastOneOf` names two fields or more, each of which can be left out."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for model in context.spec.models { check(model.atLeastOneOf, model.fields, into: &diagnostics) }
        for operation in context.spec.resources.flatMap(\.operations) {
            check(operation.atLeastOneOf, operation.body, into: &diagnostics)
        }
    }

    private func check(
        _ names: [Located<String>],
        _ fields: [Named<FieldSpec>],
        into diagnostics: inout DiagnosticCollector
    ) {
        if names.count == 1 { diagnostics.error(id, single(names[0].value), at: names[0].location) }
        for (index, name) in names.enumerated() {
            guard let field = fields.first(where: { $0.name == name }) else {
                diagnostics.error(id, unknown(name.value, fields.map(\.name.value)), at: name.location)
                continue
            }
            if names[..<index].contains(name) { diagnostics.error(id, twice(name.value), at: name.location) }
            if !canBeMissing(field.value) { diagnostics.error(id, given(name.value), at: name.location) }
        }
    }

    private func canBeMissing(_ field: FieldSpec) -> Bool {
        let isFilled = field.always != nil || field.make != nil || field.fromArgument != nil
        return field.type?.value.isOptional == true && !isFilled
    }
}

// MARK: - Messages

extension AtLeastOneOfRule {
    private func single(_ name: String) -> String {
        "one field alone is a required one; take the '?' from the type of \(SpecText.quoted(name)), or name another one"
    }

    private func unknown(_ name: String, _ names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: names).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "name fields that stand here"
        return "no field \(SpecText.quoted(name)); \(fix)"
    }

    private func twice(_ name: String) -> String { "\(SpecText.quoted(name)) stands here already; name it once" }

    private func given(_ name: String) -> String {
        "\(SpecText.quoted(name)) always has a value; give its type a '?' and nothing that fills it, or leave it out here"
    }
}
