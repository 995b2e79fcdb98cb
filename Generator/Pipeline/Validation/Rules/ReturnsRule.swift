import SpecYAML

struct ReturnsRule: ValidationRule {
    let id = "returns"
    let summary = "An operation answers a model, a union, a list of models, or any JSON."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let definitions = context.definitions
        for operation in context.spec.resources.flatMap(\.operations).map(\.value) {
            guard let returns = operation.returns, !definitions.isUndefined(returns.value) else { continue }
            if returns.value.isOptional {
                diagnostics.error(id, optional, at: returns.location)
            } else if !isAnswer(definitions.type(returns.value)) {
                diagnostics.error(id, message(returns.value), at: returns.location)
            }
            if operation.success?.value == 204 { diagnostics.error(id, noContent, at: returns.location) }
        }
    }

    private func isAnswer(_ type: ResolvedType) -> Bool {
        switch type {
        case .format(.json), .model, .union, .list(.model), .list(.union): true
        default: false
        }
    }
}

// MARK: - Messages

extension ReturnsRule {
    private var optional: String { "an answer is there or the call fails; take the '?' away" }

    private var noContent: String { "204 has no content; leave out 'returns', or correct 'success'" }

    private func message(_ type: TypeExpression) -> String {
        "an operation cannot answer \(SpecText.quoted(type.text)); return a model, a union, a list of models, or json"
    }
}
