import SpecYAML

struct LookupsRule: ValidationRule {
    let id = "lookup"
    let summary = "A look-up names a list of models and a text or number of theirs."

    func check(_ spec: Spec, into diagnostics: inout DiagnosticCollector) {
        let table = TypeTable(spec)
        for model in spec.models {
            for lookup in model.value.lookups { check(lookup.value, model, table, into: &diagnostics) }
        }
    }

    private func check(
        _ lookup: LookupSpec,
        _ model: Named<ModelSpec>,
        _ table: TypeTable,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let list = model.value.fields.first(where: { $0.name.value == lookup.list.value }) else {
            let names = model.value.fields.map(\.name.value)
            return diagnostics.error(id, unknown(lookup.list.value, names), at: lookup.list.location)
        }
        guard !table.isUndefined(list.value.type?.value) else { return }
        guard let model = table.model(list.value.type?.value.unwrapped.element) else {
            return diagnostics.error(id, noList(lookup.list.value), at: lookup.list.location)
        }
        guard let field = model.fields.first(where: { $0.name.value == lookup.by.value }) else {
            let names = model.fields.map(\.name.value)
            return diagnostics.error(id, unknown(lookup.by.value, names), at: lookup.by.location)
        }
        switch field.value.type?.value.unwrapped {
        case .primitive(.string), .primitive(.id), .primitive(.int): return
        case let type where table.words(type) != nil: return
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
