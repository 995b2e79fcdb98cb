import SpecYAML

struct BatchesRule: ValidationRule {
    let id = "batch"
    let summary = "A batch is a field of an answer: what is sent has no bad elements."

    func check(_ spec: Spec, into diagnostics: inout DiagnosticCollector) {
        let table = TypeTable(spec)
        let sent = sentModels(of: spec, table)
        for place in FieldPlace.all(of: spec) {
            guard let type = place.field.value.type, contains(type.value) else { continue }
            let isSent = place.place != .model || sent.contains(place.owner)
            if isSent {
                diagnostics.error(id, sentToo, at: type.location)
            } else if isNested(type.value) {
                diagnostics.error(id, nested, at: type.location)
            }
        }
        let others = spec.unions.flatMap { $0.value.cases.map(\.value.type) } + spec.errors.fields.map(\.value.type)
        for type in others where contains(type.value) { diagnostics.error(id, fieldsOnly, at: type.location) }
    }

    private func contains(_ type: TypeExpression) -> Bool {
        switch type {
        case .batch: true
        case .list(let inner), .map(let inner), .optional(let inner): contains(inner)
        case .primitive, .named: false
        }
    }

    private func isNested(_ type: TypeExpression) -> Bool {
        guard case .batch(let inner) = type.unwrapped else { return true }
        return contains(inner)
    }

    /// The models that requests are made of.
    private func sentModels(of spec: Spec, _ table: TypeTable) -> Set<String> {
        let operations = spec.resources.flatMap(\.operations).map(\.value)
        var open = operations.flatMap { ($0.body + $0.arguments).compactMap(\.value.type?.value) }.flatMap(names)
        var seen: Set<String> = []
        while let name = open.popLast() {
            guard seen.insert(name).inserted else { continue }
            switch table[name] {
            case .model(let model): open += model.fields.compactMap(\.value.type?.value).flatMap(names)
            case .union(let union): open += union.cases.map(\.value.type.value).flatMap(names)
            case .words, nil: continue
            }
        }
        return seen
    }

    private func names(_ type: TypeExpression) -> [String] {
        switch type {
        case .primitive: []
        case .named(let name): [name]
        case .list(let inner), .map(let inner), .batch(let inner), .optional(let inner): names(inner)
        }
    }
}

// MARK: - Messages

extension BatchesRule {
    private var sentToo: String { "a batch says how an answer is read, and this is sent; use 'list'" }

    private var nested: String { "a batch is a whole field, and has no batch inside; use 'list' for the other one" }

    private var fieldsOnly: String { "a batch is a field of a model; use 'list' here" }
}
