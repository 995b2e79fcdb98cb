import SpecYAML
import WaybillJSON

struct DefaultsRule: ValidationRule {
    let id = "default"
    let summary =
        "A default is a value of its field's type, a constant a plain value; both can be sent where they stand."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let definitions = context.definitions
        for field in context.fields.map(\.field) {
            if let always = field.value.always, !isPlain(always.value) {
                diagnostics.error(id, noConstant, at: always.location)
            }
            guard let given = field.value.defaultValue, field.value.type != nil else { continue }
            let resolved = definitions.field(field)
            if let fault = fault(given.value, resolved) {
                diagnostics.error(id, message(fault), at: given.location)
            }
        }
        for operation in context.spec.resources.flatMap(\.operations) {
            checkPlaces(of: operation.value, definitions, into: &diagnostics)
        }
        for client in context.spec.clients { checkPlaces(of: client.value, into: &diagnostics) }
    }

    func isPlain(_ value: JSONValue) -> Bool {
        switch value {
        case .string, .number, .bool: true
        case .null, .array, .object: false
        }
    }

    func fault(_ value: JSONValue, _ field: ResolvedField) -> String? {
        if field.type.isOptional { return value.isNull ? idle : optional }
        var checker = ValueChecker(.arguments)
        checker.check(value, field, at: "")
        if let problem = checker.problems.first { return problem.statement }
        if field.type == .format(.commaList), value.arrayValue == nil { return "it is no list; write one in brackets" }
        let text = value.stringValue ?? value.intValue.map { String($0) }
        if let words = field.type.words, let text, words.value.word(text) == nil {
            return "the enum has no word \(SpecText.quoted(text))"
        }
        return nil
    }
}

// MARK: - Messages

extension DefaultsRule {
    private var noConstant: String { "a constant is text, a number, true or false; write one of them" }

    private var idle: String { "an optional field is nil anyway" }

    private var optional: String { "a field with a default is never nil: take the '?' from its type" }

    func unsendable(_ what: String, _ fault: String) -> String { "the \(what) cannot be sent: \(fault); correct it" }

    private func message(_ fault: String) -> String {
        "the default does not fit: \(fault); correct it or leave it out"
    }
}
