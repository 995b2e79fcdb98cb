import SpecYAML

struct ConstraintsRule: LocalRule {
    let id = "constraint"
    let summary = "Constraints fit the field's type and can be kept."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for field in context.fields.map(\.field.value) {
            let type = field.type.map { context.definitions.type($0.value) }
            check(field.constraints, field.type?.value.text, type, into: &diagnostics)
            if let unchecked = field.unchecked {
                checkUse(unchecked, "unchecked", into: &diagnostics)
                check(unchecked, field.type?.value.text, type, into: &diagnostics)
            }
            guard let elements = field.elements else { continue }
            checkUse(elements, "elements", into: &diagnostics)
            if let type, type.checkedElement == nil {
                diagnostics.error(id, noList(type.text), at: elements.location)
            } else {
                check(elements, type?.checkedElement?.text, type?.checkedElement, into: &diagnostics)
            }
        }
    }

    /// - Parameter name: The type as it is written.
    private func check(
        _ constraints: ConstraintsSpec,
        _ name: String?,
        _ type: ResolvedType?,
        into diagnostics: inout DiagnosticCollector
    ) {
        if let type, let name {
            for (key, location, wanted) in used(constraints) where !wanted.contains(where: { $0 == type.measure }) {
                diagnostics.error(id, misfit(key, wanted, name), at: location)
            }
        }
        checkBounds(constraints, into: &diagnostics)
        guard case .format(let format)? = type?.unwrapped, format.isWhole else { return }
        for bound in [constraints.min, constraints.max].compactMap(\.self) where Int("\(bound.value)") == nil {
            diagnostics.error(id, fraction, at: bound.location)
        }
    }

    private func checkUse(_ constraints: ConstraintsSpec, _ key: String, into diagnostics: inout DiagnosticCollector) {
        if used(constraints).isEmpty { diagnostics.error(id, idle(key), at: constraints.location) }
    }

    private func used(_ constraints: ConstraintsSpec) -> [(String, SourceLocation, [WireFormat.Measure])] {
        let all: [(String, SourceLocation?, [WireFormat.Measure])] = [
            ("min", constraints.min?.location, [.number]), ("max", constraints.max?.location, [.number]),
            ("pattern", constraints.pattern?.location, [.text]), ("notBlank", constraints.notBlank?.location, [.text]),
            ("minLength", constraints.minLength?.location, [.text]),
            ("maxLength", constraints.maxLength?.location, [.text]),
            ("maxBytes", constraints.maxBytes?.location, [.text, .json]),
            ("minItems", constraints.minItems?.location, [.list]),
            ("maxItems", constraints.maxItems?.location, [.list]),
        ]
        return all.compactMap { name, location, kinds in location.map { (name, $0, kinds) } }
    }

    private func checkBounds(_ constraints: ConstraintsSpec, into diagnostics: inout DiagnosticCollector) {
        check(constraints.min, constraints.max, "min", into: &diagnostics)
        check(constraints.minLength, constraints.maxLength, "minLength", into: &diagnostics)
        // A character has one byte at least.
        check(constraints.minLength, constraints.maxBytes, "minLength", into: &diagnostics)
        check(constraints.minItems, constraints.maxItems, "minItems", into: &diagnostics)
        let counts = [
            constraints.minLength, constraints.maxLength, constraints.maxBytes, constraints.minItems,
            constraints.maxItems,
        ]
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
}

// MARK: - Messages

extension ConstraintsRule {
    private var negative: String { "a count is never negative; write 0 or more" }

    private var fraction: String {
        "a whole number is bounded by whole numbers of 64 bits; write one, or make the field double or decimal"
    }

    private func words(for measure: WireFormat.Measure) -> String {
        switch measure {
        case .number: "int, double or decimal"
        case .text: "string or id"
        case .list: "list"
        case .json: "json or object"
        }
    }

    private func misfit(_ name: String, _ wanted: [WireFormat.Measure], _ type: String) -> String {
        let types = wanted.map(words).joined(separator: ", or ")
        return "'\(name)' is for fields of type \(types), and this is \(SpecText.quoted(type)); leave it out"
    }

    private func noList(_ type: String) -> String {
        "'elements' is for lists that can be sent, and this is \(SpecText.quoted(type)); leave it out"
    }

    private func idle(_ key: String) -> String {
        "'\(key)' says nothing without a constraint; add one such as 'maxLength', or leave it out"
    }

    private func empty(_ name: String) -> String {
        "no value keeps this: '\(name)' is above its maximum; swap the two"
    }
}
