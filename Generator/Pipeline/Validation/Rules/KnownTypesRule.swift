import SpecYAML

struct KnownTypesRule: ValidationRule {
    let id = "unknown-type"
    let summary = "Every type that is named is a word of the dialect or defined in the spec."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let definitions = context.definitions
        for type in context.types {
            for name in type.value.names where definitions[name] == nil {
                diagnostics.error(id, unknown(name, definitions), at: type.location)
            }
        }
        for errorCase in context.spec.errors.cases {
            guard let details = errorCase.value.details else { continue }
            switch definitions[details.value] {
            case .model: continue
            case .words, .union: diagnostics.error(id, notModel(details.value), at: details.location)
            case nil: diagnostics.error(id, unknown(details.value, definitions), at: details.location)
            }
        }
    }

}

extension ValidationContext {
    /// All types that stand in the spec.
    var types: [Located<TypeExpression>] {
        fields.compactMap(\.field.value.type)
            + spec.resources.flatMap(\.operations).compactMap(\.value.returns)
            + spec.resources.flatMap(\.operations).flatMap { $0.value.answerHeaders.map(\.value.type) }
            + spec.errors.fields.map(\.value.type)
            + spec.unions.flatMap { $0.value.cases.map(\.value.type) }
    }
}

extension TypeExpression {
    /// The names in it that are no words of the dialect.
    var names: [String] {
        switch self {
        case .format: []
        case .named(let name): [name]
        case .list(let inner), .map(let inner), .batch(let inner), .optional(let inner): inner.names
        }
    }
}

// MARK: - Messages

extension KnownTypesRule {
    private func unknown(_ name: String, _ definitions: Definitions) -> String {
        let words = WireFormat.all.map(\.word)
        let fix =
            Suggestion.nearest(to: name, among: words + definitions.names).map {
                "did you mean \(SpecText.quoted($0))?"
            }
            ?? "define it under 'models', 'enums' or 'unions', or use \(words.joined(separator: ", "))"
        return "no type \(SpecText.quoted(name)); \(fix)"
    }

    private func notModel(_ name: String) -> String {
        "the details of an error are an object, and \(SpecText.quoted(name)) is no model; name a model"
    }
}
