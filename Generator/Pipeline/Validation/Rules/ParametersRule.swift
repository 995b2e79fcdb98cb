import SpecYAML

struct ParametersRule: ValidationRule {
    let id = "parameter"
    let summary = "Parameters in the path, the query and headers are single values that can be written there."

    func check(_ spec: Spec, into diagnostics: inout DiagnosticCollector) {
        let table = TypeTable(spec)
        for place in FieldPlace.all(of: spec) {
            guard let type = place.field.value.type, let allowed = allowed(at: place.place) else { continue }
            guard !table.isUndefined(type.value) else { continue }
            if place.place == .path, type.value.isOptional {
                diagnostics.error(id, optionalPath, at: type.location)
            }
            if !fits(type.value.unwrapped, allowed, table) {
                diagnostics.error(id, message(type.value, allowed), at: type.location)
            }
        }
    }

    private func allowed(at place: FieldPlace.Place) -> [TypeExpression.Primitive]? {
        switch place {
        case .path: [.string, .id, .int]
        case .query: [.string, .id, .int, .bool]
        case .header: [.string, .id]
        case .model, .body, .argument, .option, .clientParameter: nil
        }
    }

    private func fits(_ type: TypeExpression, _ allowed: [TypeExpression.Primitive], _ table: TypeTable) -> Bool {
        if case .primitive(let word) = type { return allowed.contains(word) }
        return table.words(type) != nil
    }
}

// MARK: - Messages

extension ParametersRule {
    private var optionalPath: String { "a path needs all of its parts; take the '?' from the type" }

    private func message(_ type: TypeExpression, _ allowed: [TypeExpression.Primitive]) -> String {
        let words = allowed.map(\.rawValue).joined(separator: ", ")
        return "\(SpecText.quoted(type.text)) cannot be written here; use \(words) or an enum"
    }
}
