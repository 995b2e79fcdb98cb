import SpecYAML

struct LookupsRule: ValidationRule {
    let id = "lookup"
    let summary = "A look-up names a list of models and a text or number of theirs."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let definitions = context.definitions
        for model in context.spec.models {
            for lookup in model.value.lookups { check(lookup.value, model, definitions, into: &diagnostics) }
        }
    }

    private func check(
        _ lookup: LookupSpec,
        _ model: Named<ModelSpec>,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let list = model.value.fields.first(where: { $0.name.value == lookup.list.value }) else {
            let names = model.value.fields.map(\.name.value)
            return diagnostics.error(id, unknown(lookup.list.value, names), at: lookup.list.location)
        }
        guard let type = list.value.type?.value, !definitions.isUndefined(type) else { return }
        guard let model = definitions.type(type).unwrapped.element?.model else {
            return diagnostics.error(id, noList(lookup.list.value), at: lookup.list.location)
        }
        guard let field = model.value.field(lookup.by.value) else {
            let names = model.fields.map(\.name)
            return diagnostics.error(id, unknown(lookup.by.value, names), at: lookup.by.location)
        }
        switch field.type.unwrapped {
        case .format(.string), .format(.id), .format(.int), .words: return
        default: diagnostics.error(id, noKey(lookup.by.value), at: lookup.by.location)
        }
    }
}

// MARK: - Messages

extension LookupsRule {
    private func unknown(_ name: String, _ names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: names).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "name one of \(names.joined(separator: ", "))"
        return "no field \(SpecText.quoted(name)); \(fix)"
    }

    private func noList(_ name: String) -> String {
        "\(SpecText.quoted(name)) is no list of models; name a field of a type such as list<Flow>"
    }

    private func noKey(_ name: String) -> String {
        "\(SpecText.quoted(name)) is no key to look up by; name a field that is text, an id, a whole number or an enum"
    }
}
