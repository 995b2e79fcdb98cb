import SpecYAML

struct ReturnsRule: ValidationRule {
    let id = "returns"
    let summary = "An operation answers a model, a union, a list or map, any JSON, text or bytes."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let definitions = context.definitions
        for operation in context.spec.resources.flatMap(\.operations).map(\.value) {
            guard let returns = operation.returns, !definitions.isUndefined(returns.value) else { continue }
            if !isAnswer(definitions.type(returns.value)) {
                diagnostics.error(id, message(returns.value), at: returns.location)
            }
            if operation.success?.value == 204, !returns.value.isOptional {
                diagnostics.error(id, noContent, at: returns.location)
            }
        }
    }

    private func isAnswer(_ type: ResolvedType) -> Bool {
        switch type.unwrapped {
        case .format(.json), .format(.object), .model, .union, .list, .map: true
        default: false
        }
    }
}

// MARK: - Messages

extension ReturnsRule {
    private var noContent: String {
        "204 has no content; leave out 'returns', write a '?' behind the type, or correct 'success'"
    }

    private func message(_ type: TypeExpression) -> String {
        "an operation cannot answer \(SpecText.quoted(type.text)); return a model, a union, a list, a map, json, text or bytes"
    }
}
