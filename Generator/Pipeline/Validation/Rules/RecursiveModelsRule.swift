import SpecYAML

struct RecursiveModelsRule: ValidationRule {
    let id = "recursive-model"
    let summary = "No model contains itself, but through a list, a map or a union: its value would have no size."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let edges = edges(of: context.spec)
        for model in context.spec.models {
            for field in model.value.fields {
                guard case .named(let target)? = field.value.type?.value.unwrapped else { continue }
                guard reaches(model.name.value, from: target, edges) else { continue }
                let location = field.value.type?.location ?? field.name.location
                diagnostics.error(id, message(model.name.value, field.name.value), at: location)
            }
        }
    }

    private func edges(of spec: Spec) -> [String: [String]] {
        var edges: [String: [String]] = [:]
        for model in spec.models {
            edges[model.name.value] = model.value.fields.compactMap { directName($0.value.type?.value) }
        }
        return edges
    }

    private func directName(_ type: TypeExpression?) -> String? {
        guard case .named(let name)? = type?.unwrapped else { return nil }
        return name
    }

    private func reaches(_ goal: String, from start: String, _ edges: [String: [String]]) -> Bool {
        var seen: Set<String> = []
        var open = [start]
        while let name = open.popLast() {
            if name == goal { return true }
            if seen.insert(name).inserted { open += edges[name] ?? [] }
        }
        return false
    }
}

// MARK: - Messages

extension RecursiveModelsRule {
    private func message(_ model: String, _ field: String) -> String {
        "\(SpecText.quoted(model)) would contain itself through \(SpecText.quoted(field)); make the field a list or a map, or json"
    }
}
