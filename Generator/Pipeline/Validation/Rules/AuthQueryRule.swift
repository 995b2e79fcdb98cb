import SpecYAML

struct AuthQueryRule: LocalRule {
    let id = "auth-query"
    let summary = "What authenticates in the query has names of its own."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for client in context.spec.clients.map(\.value) {
            let names = client.auth.each.flatMap(\.query).map(\.name)
            for name in names where name.value.isEmpty { diagnostics.error(id, nameless, at: name.location) }
            let resources = client.resources.map(\.value)
            for resource in context.spec.resources where resources.contains(resource.name.value) {
                let operations = resource.operations.filter { $0.value.auth == nil }
                for parameter in operations.flatMap(\.value.queryParameters).map(\.name)
                where names.contains(where: { $0.value == parameter.value }) {
                    diagnostics.error(id, taken(parameter.value), at: parameter.location)
                }
            }
        }
    }
}

// MARK: - Messages

extension AuthQueryRule {
    private var nameless: String { "a parameter needs a name; write it before the colon" }

    private func taken(_ name: String) -> String {
        "the client's 'auth:' writes \(SpecText.quoted(name)) into every query; leave it out here"
    }
}
