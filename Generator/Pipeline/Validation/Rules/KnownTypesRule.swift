import SpecYAML

struct KnownTypesRule: ValidationRule {
    let id = "unknown-type"
    let summary = "Every type that is named is a word of the dialect or defined in the spec."

    func check(_ spec: Spec, into diagnostics: inout DiagnosticCollector) {
        let table = TypeTable(spec)
        for type in types(of: spec) {
            for name in names(in: type.value) where table[name] == nil {
                diagnostics.error(id, unknown(name, table), at: type.location)
            }
        }
        for errorCase in spec.errors.cases {
            guard let details = errorCase.value.details else { continue }
            if table[details.value] == nil {
                diagnostics.error(id, unknown(details.value, table), at: details.location)
            } else if table.model(.named(details.value)) == nil {
                diagnostics.error(id, notModel(details.value), at: details.location)
            }
        }
    }

    private func types(of spec: Spec) -> [Located<TypeExpression>] {
        FieldPlace.all(of: spec).compactMap(\.field.value.type)
            + spec.resources.flatMap(\.operations).compactMap(\.value.returns)
            + spec.errors.fields.map(\.value.type)
            + spec.unions.flatMap { $0.value.cases.map(\.value.type) }
    }

    private func names(in type: TypeExpression) -> [String] {
        switch type {
        case .primitive: []
        case .named(let name): [name]
        case .list(let inner), .map(let inner), .batch(let inner), .optional(let inner): names(in: inner)
        }
    }
}

// MARK: - Messages

extension KnownTypesRule {
    private func unknown(_ name: String, _ table: TypeTable) -> String {
        let words = TypeExpression.Primitive.allCases.map(\.rawValue)
        let fix =
            Suggestion.nearest(to: name, among: words + table.names).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "define it under 'models', 'enums' or 'unions', or use \(words.joined(separator: ", "))"
        return "no type \(SpecText.quoted(name)); \(fix)"
    }

    private func notModel(_ name: String) -> String {
        "the details of an error are an object, and \(SpecText.quoted(name)) is no model; name a model"
    }
}
