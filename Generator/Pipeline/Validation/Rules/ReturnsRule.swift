import SpecYAML

struct ReturnsRule: ValidationRule {
    let id = "returns"
    let summary = "An operation answers a model, a union, a list of models, or any JSON."

    func check(_ spec: Spec, into diagnostics: inout DiagnosticCollector) {
        let table = TypeTable(spec)
        for operation in spec.resources.flatMap(\.operations).map(\.value) {
            guard let returns = operation.returns, !table.isUndefined(returns.value) else { continue }
            if returns.value.isOptional {
                diagnostics.error(id, optional, at: returns.location)
            } else if !isAnswer(returns.value, table) {
                diagnostics.error(id, message(returns.value), at: returns.location)
            }
            if operation.success?.value == 204 { diagnostics.error(id, noContent, at: returns.location) }
        }
    }

    private func isAnswer(_ type: TypeExpression, _ table: TypeTable) -> Bool {
        switch type {
        case .primitive(.json): return true
        case .list(.named), .named: return table.words(type) == nil && table.words(element(type)) == nil
        default: return false
        }
    }

    private func element(_ type: TypeExpression) -> TypeExpression? {
        if case .list(let element) = type { element } else { nil }
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
