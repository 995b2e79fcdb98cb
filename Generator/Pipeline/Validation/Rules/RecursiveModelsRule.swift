import SpecYAML

struct RecursiveModelsRule: ValidationRule {
    let id = "recursive-model"
    let summary = "No model contains itself, but through a list, a map or a union: its value would have no size."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let fields = context.spec.models.map { model in
            (model.name.value, model.value.fields.compactMap { $0.value.type?.value.directName })
        }
        let graph = ReferenceGraph(Dictionary(fields) { first, _ in first })
        for model in context.spec.models {
            for field in model.value.fields {
                guard let target = field.value.type?.value.directName, graph.reaches(model.name.value, from: target)
                else { continue }
                let location = field.value.type?.location ?? field.name.location
                diagnostics.error(id, message(model.name.value, field.name.value), at: location)
            }
        }
    }
}

// MARK: - Messages

extension RecursiveModelsRule {
    private func message(_ model: String, _ field: String) -> String {
        "\(SpecText.quoted(model)) would contain itself through \(SpecText.quoted(field)); make the field a list or a map, or json"
    }
}
