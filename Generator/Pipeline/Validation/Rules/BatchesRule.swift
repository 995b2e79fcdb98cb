import SpecYAML

struct BatchesRule: ValidationRule {
    let id = "batch"
    let summary = "A batch is a field of an answer: what is sent has no bad elements."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let definitions = context.definitions
        let sent = sentModels(context)
        for place in context.fields {
            guard let type = place.field.value.type else { continue }
            let resolved = definitions.type(type.value)
            guard resolved.containsBatch else { continue }
            if place.place != .model || sent.contains(place.owner) {
                diagnostics.error(id, sentToo, at: type.location)
            } else if isNested(resolved) {
                diagnostics.error(id, nested, at: type.location)
            }
        }
        let others =
            context.spec.unions.flatMap { $0.value.cases.map(\.value.type) }
            + context.spec.errors.fields.map(\.value.type)
        for type in others where definitions.type(type.value).containsBatch {
            diagnostics.error(id, fieldsOnly, at: type.location)
        }
    }

    private func isNested(_ type: ResolvedType) -> Bool {
        guard case .batch(let inner) = type.unwrapped else { return true }
        return inner.containsBatch
    }

    /// The names of the models that requests are made of.
    private func sentModels(_ context: ValidationContext) -> Set<String> {
        let operations = context.spec.resources.flatMap(\.operations).map(\.value)
        let fields = operations.flatMap { $0.body + $0.arguments + $0.queryParameters }
        let types = fields.compactMap(\.value.type?.value)
        let reached = TypeReach(types.map { context.definitions.type($0) })
        return Set(reached.models.map(\.name))
    }
}

// MARK: - Messages

extension BatchesRule {
    private var sentToo: String { "a batch says how an answer is read, and this is sent; use 'list'" }

    private var nested: String { "a batch is a whole field, and has no batch inside; use 'list' for the other one" }

    private var fieldsOnly: String { "a batch is a field of a model; use 'list' here" }
}
