import SpecYAML

struct EventTypesRule: ValidationRule {
    let id = "event-type"
    let summary = "The events of webhooks are read where their signature holds, and are no part of anything else."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let definitions = context.definitions
        for type in context.types {
            for name in type.value.names {
                guard case .union(let union)? = definitions[name], union.isEvent else { continue }
                diagnostics.error(id, event(name), at: type.location)
            }
        }
    }

    private func event(_ name: String) -> String {
        "\(SpecText.quoted(name)) is what a webhook delivers, and nothing else has it; name another type"
    }
}
