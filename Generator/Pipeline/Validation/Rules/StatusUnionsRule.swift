import SpecYAML

struct StatusUnionsRule: ValidationRule {
    let id = "union-status"
    let summary = "A union by status is an answer and nothing else; examples of a success have its statuses."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let unions = context.spec.unions.filter { $0.value.by.value == .status }
        guard !unions.isEmpty else { return }
        let names = Set(unions.map(\.name.value))
        for type in types(in: context.spec) {
            if let name = type.value.names.first(where: names.contains) {
                diagnostics.error(id, misplaced(name), at: type.location)
            }
        }
        for resource in context.spec.resources {
            let polled = resource.waiters.map(\.value.poll.value)
            for operation in resource.operations {
                let isFollowed = operation.value.pages != nil || polled.contains(operation.name.value)
                check(operation.value, names, isFollowed: isFollowed, context, into: &diagnostics)
            }
        }
    }

    private func check(
        _ operation: OperationSpec,
        _ names: Set<String>,
        isFollowed: Bool,
        _ context: ValidationContext,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let returns = operation.returns, let name = returns.value.names.first(where: names.contains) else {
            return
        }
        guard case .named = returns.value.unwrapped else {
            return diagnostics.error(id, misplaced(name), at: returns.location)
        }
        if isFollowed { return diagnostics.error(id, followed, at: returns.location) }
        guard let union = context.definitions.type(returns.value).union else { return }
        let shown = operation.examples.map(\.value).filter { $0.isSuccess(in: context.spec) }.map(\.status)
        for status in [operation.success].compactMap(\.self) + shown
        where union.value.shape(ofStatus: status.value) == nil {
            let isEmpty = returns.value.isOptional && isBlank(status, operation)
            if !isEmpty { diagnostics.error(id, unknown(status.value, name), at: status.location) }
        }
    }

    /// Whether the example with a status shows no body.
    private func isBlank(_ status: Located<Int>, _ operation: OperationSpec) -> Bool {
        let examples = operation.examples.map(\.value).filter { $0.status.value == status.value }
        return !examples.isEmpty && examples.allSatisfy { ($0.response?.value ?? "").isEmpty }
    }

    /// The types of everything but answers.
    private func types(in spec: Spec) -> [Located<TypeExpression>] {
        let fields = FieldPlace.all(of: spec).compactMap(\.field.value.type)
        let shapes = spec.unions.flatMap(\.value.cases).map(\.value.type)
        let events = spec.webhooks.map(\.value.event).map { event in
            Located(TypeExpression.named(event.value), at: event.location)
        }
        return fields + shapes + events + spec.errors.fields.map(\.value.type)
    }
}

// MARK: - Messages

extension StatusUnionsRule {
    private func misplaced(_ name: String) -> String {
        "the shapes of \(SpecText.quoted(name)) are told by the answer's status; name it in 'returns' alone, by itself"
    }

    private var followed: String {
        "pages and waiters need one shape; return a model, or make an operation of its own for them"
    }

    private func unknown(_ status: Int, _ name: String) -> String {
        "no case of \(SpecText.quoted(name)) has the status \(status); add it to one of them, or correct it here"
    }
}
