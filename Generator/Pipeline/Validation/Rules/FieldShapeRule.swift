import SpecYAML

struct FieldShapeRule: LocalRule {
    let id = "field"
    let summary = "The keys of a field go together, and with the place where the field stands."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for place in context.fields {
            checkSource(place.field, into: &diagnostics)
            checkPlace(place, into: &diagnostics)
            checkStrictness(place, into: &diagnostics)
            checkNull(place, into: &diagnostics)
        }
        for model in context.spec.models { checkOpen(model.value, into: &diagnostics) }
    }

    /// Where the value comes from: at most one of these.
    private func checkSource(_ field: Named<FieldSpec>, into diagnostics: inout DiagnosticCollector) {
        let sources = [
            ("always", field.value.always?.location), ("default", field.value.defaultValue?.location),
            ("make", field.value.make?.location), ("fromArgument", field.value.fromArgument?.location),
        ]
        let given = sources.filter { $0.1 != nil }.map(\.0)
        if given.count > 1 { diagnostics.error(id, twoSources(given), at: field.name.location) }
        if field.value.always != nil, let type = field.value.type {
            diagnostics.error(id, typedConstant, at: type.location)
        }
    }

    private func checkPlace(_ place: FieldPlace, into diagnostics: inout DiagnosticCollector) {
        let field = place.field.value
        let isWritten = place.place == .model || place.place == .body
        if !isWritten, let location = field.make?.location ?? field.fromArgument?.location {
            diagnostics.error(id, bodyOnly, at: location)
        }
        if place.place != .model, let key = field.keys.first {
            diagnostics.error(id, answerOnly("keys"), at: key.location)
        }
        if !isWritten, let always = field.always, place.place != .header, place.place != .query {
            diagnostics.error(id, bodyOnly, at: always.location)
        }
        if place.place == .model, field.isUnlabeled { diagnostics.error(id, noLabel, at: place.field.name.location) }
        if place.place == .model, let option = field.allowedBy { diagnostics.error(id, noOption, at: option.location) }
    }

    private func checkStrictness(_ place: FieldPlace, into diagnostics: inout DiagnosticCollector) {
        let field = place.field.value
        guard field.isStrict else { return }
        if place.place != .model { diagnostics.error(id, answerOnly("strict"), at: place.field.name.location) }
        let hasFallback = field.type?.value.isOptional == true || field.defaultValue != nil
        if !hasFallback { diagnostics.error(id, strictAnyway, at: field.type?.location ?? field.location) }
    }

    /// What can be kept, set or cleared has no value of its own where the caller gives none.
    private func checkNull(_ place: FieldPlace, into diagnostics: inout DiagnosticCollector) {
        let field = place.field.value
        guard field.isNullable else { return }
        if place.place != .model, place.place != .body {
            return diagnostics.error(id, bodyOnly, at: place.field.name.location)
        }
        let others: [(String, Bool)] = [
            ("always", field.always != nil), ("default", field.defaultValue != nil), ("make", field.make != nil),
            ("fromArgument", field.fromArgument != nil), ("flatten", field.isFlattened), ("strict", field.isStrict),
            ("keys", !field.keys.isEmpty), ("allowedBy", field.allowedBy != nil),
        ]
        for (name, isGiven) in others where isGiven {
            diagnostics.error(id, notNullable(name), at: place.field.name.location)
        }
        guard let type = field.type else { return }
        if !type.value.isOptional { diagnostics.error(id, nullNeedsMark, at: type.location) }
        switch type.value.unwrapped {
        case .format(.json): diagnostics.error(id, nullAnyway, at: type.location)
        case .batch: diagnostics.error(id, notNullable("batch"), at: type.location)
        default: break
        }
    }

    private func checkOpen(_ model: ModelSpec, into diagnostics: inout DiagnosticCollector) {
        guard let name = model.additionalProperties else { return }
        guard model.fields.contains(where: { $0.name.value == name.value }) else { return }
        diagnostics.error(id, taken(name.value), at: name.location)
    }
}

// MARK: - Messages

extension FieldShapeRule {
    private var typedConstant: String { "a constant has no type of its own; leave out 'type' or 'always'" }

    private var bodyOnly: String { "only fields of a body or model have this; leave it out here" }

    private var noLabel: String { "a model's fields keep their labels; leave out 'unlabeled'" }

    private var noOption: String { "'allowedBy' is for arguments of operations; move it there" }

    private var strictAnyway: String {
        "a field without '?' and without a default must be readable anyway; leave out 'strict'"
    }

    private var nullNeedsMark: String { "what can be cleared may also be left as it is; write the type with a '?'" }

    private var nullAnyway: String { "null is a value of 'json' already; leave out 'nullable'" }

    private func notNullable(_ key: String) -> String {
        "'nullable' does not go with '\(key)'; leave one of them out"
    }

    private func twoSources(_ names: [String]) -> String {
        "\(names.map { "'\($0)'" }.joined(separator: " and ")) both give the value; keep one"
    }

    private func answerOnly(_ key: String) -> String {
        "'\(key)' says how an answer is read; leave it out here"
    }

    private func taken(_ name: String) -> String {
        "a field is called \(SpecText.quoted(name)) too; give 'additionalProperties' another name"
    }
}
