import SpecYAML

struct FlattenRule: ValidationRule {
    let id = "flatten"
    let summary = "A flattened value has members that can stand among its model's: told apart by key, and never twice."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let definitions = context.definitions
        for place in context.fields where place.field.value.isFlattened {
            if place.place != .model { diagnostics.error(id, modelsOnly, at: place.field.name.location) }
            checkType(place.field.value, definitions, into: &diagnostics)
            checkKeys(place.field, into: &diagnostics)
        }
        for model in context.spec.models { checkClashes(model.value, definitions, into: &diagnostics) }
    }

    private func checkType(_ field: FieldSpec, _ definitions: Definitions, into diagnostics: inout DiagnosticCollector)
    {
        guard let type = field.type, !definitions.isUndefined(type.value) else { return }
        switch definitions.type(type.value).unwrapped {
        case .model(let model):
            if model.isOpen { diagnostics.error(id, openModel, at: type.location) }
            if model.fields.contains(where: \.isFlattened) { diagnostics.error(id, nested, at: type.location) }
        case .union(let union) where union.discriminator == .key: return
        default: diagnostics.error(id, noMembers(type.value), at: type.location)
        }
    }

    private func checkKeys(_ field: Named<FieldSpec>, into diagnostics: inout DiagnosticCollector) {
        let keys: [(String, SourceLocation?)] = [
            ("keys", field.value.keys.first?.location), ("always", field.value.always?.location),
            ("default", field.value.defaultValue?.location), ("make", field.value.make?.location),
            ("fromArgument", field.value.fromArgument?.location),
            ("strict", field.value.isStrict ? field.name.location : nil),
        ]
        for (name, location) in keys {
            if let location { diagnostics.error(id, idle(name), at: location) }
        }
    }

    private func checkClashes(
        _ model: ModelSpec,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        let members = definitions.members(model.fields)
        var taken = Set(members.filter { !$0.isFlattened }.flatMap(\.names))
        for field in members.compactMap(\.field) where field.isFlattened {
            for name in field.type.flattenedKeys where !taken.insert(name).inserted {
                diagnostics.error(id, clash(name), at: field.location)
            }
        }
    }
}

// MARK: - Messages

extension FlattenRule {
    private var modelsOnly: String {
        "only a model's field can be flattened; make a model of it, or leave 'flatten' out"
    }

    private var openModel: String {
        "a model with 'additionalProperties' takes every member and leaves none for the others; leave 'flatten' out"
    }

    private var nested: String { "this model flattens a value itself, and one level is all; write its fields here" }

    private func noMembers(_ type: TypeExpression) -> String {
        "\(SpecText.quoted(type.text)) has no members of its own to flatten; use a model, or a union with 'by: key'"
    }

    private func idle(_ key: String) -> String {
        "a flattened value has no member of its own for '\(key)'; leave it out"
    }

    private func clash(_ name: String) -> String {
        "the member \(SpecText.quoted(name)) would stand in the object twice; rename one, or leave 'flatten' out"
    }
}
