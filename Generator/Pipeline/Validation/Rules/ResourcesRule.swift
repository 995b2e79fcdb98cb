import SpecYAML

struct ResourcesRule: ValidationRule {
    let id = "resource"
    let summary = "Every resource belongs to a client, and every client has resources that exist."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        if context.spec.clients.isEmpty { diagnostics.error(id, noClients, at: context.spec.api.location) }
        let known = context.spec.resources.map(\.name.value)
        for client in context.spec.clients {
            if client.value.resources.isEmpty {
                diagnostics.error(id, noResources(client.name.value), at: client.name.location)
            }
            for name in client.value.resources where !known.contains(name.value) {
                diagnostics.error(id, unknown(name.value, known), at: name.location)
            }
        }
        let used = Set(context.spec.clients.flatMap { $0.value.resources.map(\.value) })
        for resource in context.spec.resources where !used.contains(resource.name.value) {
            diagnostics.error(id, unused(resource.name.value), at: resource.name.location)
        }
        for resource in context.spec.resources where resource.operations.isEmpty {
            diagnostics.error(id, empty(resource.name.value), at: resource.name.location)
        }
    }
}

// MARK: - Messages

extension ResourcesRule {
    private var noClients: String { "an API needs a client; add one under 'clients'" }

    private func noResources(_ client: String) -> String {
        "client \(SpecText.quoted(client)) has no resources; name them under 'resources'"
    }

    private func unknown(_ name: String, _ known: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: known).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "add a file that says 'resource: \(name)'"
        return "no resource \(SpecText.quoted(name)); \(fix)"
    }

    private func unused(_ name: String) -> String {
        "no client has the resource \(SpecText.quoted(name)); add it to a client's 'resources' in api.yaml"
    }

    private func empty(_ name: String) -> String {
        "resource \(SpecText.quoted(name)) has no operations; add one under 'operations'"
    }
}
