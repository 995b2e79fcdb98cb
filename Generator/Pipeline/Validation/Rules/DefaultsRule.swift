import SpecYAML
import WaybillJSON

struct DefaultsRule: ValidationRule {
    let id = "default"
    let summary = "A default is a value of the field's type and keeps its constraints; a constant is a plain value."

    func check(_ spec: Spec, into diagnostics: inout DiagnosticCollector) {
        let table = TypeTable(spec)
        for field in FieldPlace.all(of: spec).map(\.field.value) {
            if let always = field.always, !isPlain(always.value) {
                diagnostics.error(id, noConstant, at: always.location)
            }
            guard let given = field.defaultValue, let type = field.type else { continue }
            if let fault = fault(given.value, type.value, field.constraints, table) {
                diagnostics.error(id, message(fault), at: given.location)
            }
        }
    }

    private func isPlain(_ value: JSONValue) -> Bool {
        switch value {
        case .string, .number, .bool: true
        case .null, .array, .object: false
        }
    }

    private func fault(
        _ value: JSONValue,
        _ type: TypeExpression,
        _ constraints: ConstraintsSpec,
        _ table: TypeTable
    ) -> String? {
        if type.isOptional { return value.isNull ? idle : optional }
        if let fault = ShapeChecker(table: table, direction: .request).fault(value, type) { return fault }
        if type == .primitive(.commaList), value.arrayValue == nil { return "it is no list; write one in brackets" }
        if let words = table.words(type), let word = value.stringValue, !words.contains(word) {
            return "the enum has no word \(SpecText.quoted(word))"
        }
        return brokenConstraint(value, constraints)
    }

    private func brokenConstraint(_ value: JSONValue, _ constraints: ConstraintsSpec) -> String? {
        if let number = value.doubleValue {
            if let min = constraints.min, number < min.value { return "it is below 'min'" }
            if let max = constraints.max, number > max.value { return "it is above 'max'" }
        }
        if let text = value.stringValue {
            let length = text.unicodeScalars.count
            if let least = constraints.minLength, length < least.value { return "it is shorter than 'minLength'" }
            if let most = constraints.maxLength, length > most.value { return "it is longer than 'maxLength'" }
            if constraints.notBlank?.value == true, text.allSatisfy(\.isWhitespace) { return "it is blank" }
        }
        if let count = value.arrayValue?.count {
            if let least = constraints.minItems, count < least.value { return "it has fewer items than 'minItems'" }
            if let most = constraints.maxItems, count > most.value { return "it has more items than 'maxItems'" }
        }
        return nil
    }
}

// MARK: - Messages

extension DefaultsRule {
    private var noConstant: String { "a constant is text, a number, true or false; write one of them" }

    private var idle: String { "an optional field is nil anyway" }

    private var optional: String { "a field with a default is never nil: take the '?' from its type" }

    private func message(_ fault: String) -> String {
        "the default does not fit: \(fault); correct it or leave it out"
    }
}
