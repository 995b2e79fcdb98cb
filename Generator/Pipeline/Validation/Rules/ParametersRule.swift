import SpecYAML
@_spi(Generated) import WaybillRuntime

struct ParametersRule: ValidationRule {
    let id = "parameter"
    let summary =
        "What stands in the path is a single value, in a header a list too, and in the query all that a form can have."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for place in context.fields {
            checkEncoding(place, context.definitions, into: &diagnostics)
            guard let type = place.field.value.type, !context.definitions.isUndefined(type.value) else { continue }
            if place.place == .path, type.value.isOptional {
                diagnostics.error(id, optionalPath, at: type.location)
            }
            if let problem = problem(place, context.definitions) {
                diagnostics.error(id, problem, at: type.location)
            }
        }
    }

    private func checkEncoding(
        _ place: FieldPlace,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let encoding = place.field.value.encoding else { return }
        if place.place != .query {
            diagnostics.error(id, queryOnly, at: encoding.location)
        } else if let type = place.field.value.type, definitions.type(type.value).isSingleText {
            diagnostics.error(id, single, at: encoding.location)
        }
    }

    private func problem(_ place: FieldPlace, _ definitions: Definitions) -> String? {
        switch place.place {
        case .path, .header: textProblem(place, definitions)
        case .query: queryProblem(definitions.field(place.field), definitions)
        case .model, .body, .argument, .option, .clientParameter: nil
        }
    }

    private func textProblem(_ place: FieldPlace, _ definitions: Definitions) -> String? {
        guard let type = place.field.value.type?.value else { return nil }
        let resolved = definitions.type(type).unwrapped
        let allowed: WireFormat.ParameterPlaces = place.place == .path ? .path : .header
        let isFitting = place.place == .header ? resolved.fitsHeader : resolved.fits(allowed)
        return isFitting ? nil : message(type, allowed)
    }

    private func queryProblem(_ field: ResolvedField, _ definitions: Definitions) -> String? {
        if field.type.isSingleText { return nil }
        let maker = TypeReach([field.type]).models.first { model in
            model.members.contains { member in
                if case .argument = member { true } else { member.field?.make != nil }
            }
        }
        if let maker { return made(maker.name) }
        var scan = FormScan(notation: field.notation, noun: "query")
        scan.look(at: .field(field))
        return scan.problem
    }
}

// MARK: - Messages

extension ParametersRule {
    private var optionalPath: String { "a path needs all of its parts; take the '?' from the type" }

    private var queryOnly: String { "'encoding' is for lists and objects in the query; leave it out here" }

    private var single: String { "this is a single value, and stands in the query as it is; leave out 'encoding'" }

    private func message(_ type: TypeExpression, _ place: WireFormat.ParameterPlaces) -> String {
        let words = WireFormat.all.filter { $0.parameterPlaces.contains(place) }.map(\.word).joined(separator: ", ")
        let all = place == .path ? "\(words) or an enum" : "a single value, or a list of such without commas"
        return "\(SpecText.quoted(type.text)) cannot be written here; use \(all)"
    }

    private func made(_ model: String) -> String {
        "\(SpecText.quoted(model)) has values that the client makes, which only a body can have; take another model"
    }
}
