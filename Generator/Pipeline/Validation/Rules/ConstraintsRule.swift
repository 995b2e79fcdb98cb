import SpecYAML

struct ConstraintsRule: LocalRule {
    let id = "constraint"
    let summary = "Constraints fit the field's type and can be kept."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for place in context.fields {
            checkFit(place, context.definitions, into: &diagnostics)
            checkBounds(place.field.value.constraints, into: &diagnostics)
            checkWhole(place.field.value, into: &diagnostics)
        }
    }

    private func checkFit(
        _ place: FieldPlace,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let type = place.field.value.type else { return }
        let measure = definitions.type(type.value).measure
        for (name, location, wanted) in used(place.field.value.constraints) where wanted != measure {
            diagnostics.error(id, misfit(name, wanted, type.value), at: location)
        }
    }

    private func used(_ constraints: ConstraintsSpec) -> [(String, SourceLocation, WireFormat.Measure)] {
        let all: [(String, SourceLocation?, WireFormat.Measure)] = [
            ("min", constraints.min?.location, .number), ("max", constraints.max?.location, .number),
            ("pattern", constraints.pattern?.location, .text), ("notBlank", constraints.notBlank?.location, .text),
            ("minLength", constraints.minLength?.location, .text),
            ("maxLength", constraints.maxLength?.location, .text),
            ("minItems", constraints.minItems?.location, .list), ("maxItems", constraints.maxItems?.location, .list),
        ]
        return all.compactMap { name, location, kind in location.map { (name, $0, kind) } }
    }

    private func checkBounds(_ constraints: ConstraintsSpec, into diagnostics: inout DiagnosticCollector) {
        check(constraints.min, constraints.max, "min", into: &diagnostics)
        check(constraints.minLength, constraints.maxLength, "minLength", into: &diagnostics)
        check(constraints.minItems, constraints.maxItems, "minItems", into: &diagnostics)
        let counts = [constraints.minLength, constraints.maxLength, constraints.minItems, constraints.maxItems]
        for count in counts.compactMap(\.self) where count.value < 0 {
            diagnostics.error(id, negative, at: count.location)
        }
    }

    private func check<Number: Comparable & Sendable>(
        _ least: Located<Number>?,
        _ most: Located<Number>?,
        _ name: String,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let least, let most, least.value > most.value else { return }
        diagnostics.error(id, empty(name), at: least.location)
    }

    private func checkWhole(_ field: FieldSpec, into diagnostics: inout DiagnosticCollector) {
        guard case .format(let format)? = field.type?.value.unwrapped, format.isWhole else { return }
        for bound in [field.constraints.min, field.constraints.max].compactMap(\.self) {
            if Int(exactly: bound.value) == nil { diagnostics.error(id, fraction, at: bound.location) }
        }
    }
}

// MARK: - Messages

extension ConstraintsRule {
    private var negative: String { "a count is never negative; write 0 or more" }

    private var fraction: String { "a whole number is bounded by whole numbers; write one, or make the field double" }

    private func words(for measure: WireFormat.Measure) -> String {
        switch measure {
        case .number: "int or double"
        case .text: "string or id"
        case .list: "list"
        }
    }

    private func misfit(_ name: String, _ wanted: WireFormat.Measure, _ type: TypeExpression) -> String {
        "'\(name)' is for fields of type \(words(for: wanted)), and this is \(SpecText.quoted(type.text)); leave it out"
    }

    private func empty(_ name: String) -> String {
        "no value keeps this: '\(name)' is above its maximum; swap the two"
    }
}
