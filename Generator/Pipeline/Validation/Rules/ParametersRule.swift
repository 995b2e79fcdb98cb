import SpecYAML

struct ParametersRule: ValidationRule {
    let id = "parameter"
    let summary = "Parameters in the path, the query and headers are single values that can be written there."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let definitions = context.definitions
        for place in context.fields {
            guard let type = place.field.value.type, let allowed = allowed(at: place.place) else { continue }
            guard !definitions.isUndefined(type.value) else { continue }
            if place.place == .path, type.value.isOptional {
                diagnostics.error(id, optionalPath, at: type.location)
            }
            if !fits(definitions.type(type.value).unwrapped, allowed) {
                diagnostics.error(id, message(type.value, allowed), at: type.location)
            }
        }
    }

    private func allowed(at place: FieldPlace.Place) -> WireFormat.ParameterPlaces? {
        switch place {
        case .path: .path
        case .query: .query
        case .header: .header
        case .model, .body, .argument, .option, .clientParameter: nil
        }
    }

    private func fits(_ type: ResolvedType, _ place: WireFormat.ParameterPlaces) -> Bool {
        switch type {
        case .format(let format): format.parameterPlaces.contains(place)
        case .words: true
        default: false
        }
    }
}

// MARK: - Messages

extension ParametersRule {
    private var optionalPath: String { "a path needs all of its parts; take the '?' from the type" }

    private func message(_ type: TypeExpression, _ place: WireFormat.ParameterPlaces) -> String {
        let words = WireFormat.all.filter { $0.parameterPlaces.contains(place) }.map(\.word).joined(separator: ", ")
        return "\(SpecText.quoted(type.text)) cannot be written here; use \(words) or an enum"
    }
}
