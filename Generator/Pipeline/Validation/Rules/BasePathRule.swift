import SpecYAML
@_spi(Generated) import WaybillRuntime

struct BasePathRule: LocalRule {
    let id = "base-path"
    let summary = "A client's parameters stand in its base path or headers, and no operation has one of the same name."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for client in context.spec.clients.map(\.value) {
            checkForm(client.basePath, into: &diagnostics)
            checkPlaceholders(client, into: &diagnostics)
            checkOperations(client, context.spec, into: &diagnostics)
        }
    }

    private func checkForm(_ path: Located<String>?, into diagnostics: inout DiagnosticCollector) {
        guard let path, !path.value.hasPrefix("/") || path.value == "/" else { return }
        diagnostics.error(id, noRoot, at: path.location)
    }

    private func checkPlaceholders(_ client: ClientSpec, into diagnostics: inout DiagnosticCollector) {
        let placeholders = TextTemplate(client.basePath?.value ?? "").placeholders
        let names = client.parameters.map(\.name.value)
        let credentials = client.auth.each.flatMap(\.credentials).map(\.name.value)
        for (index, placeholder) in placeholders.enumerated() {
            guard let path = client.basePath else { continue }
            if placeholders[..<index].contains(placeholder) {
                diagnostics.error(id, twice(placeholder), at: path.location)
            } else if !names.contains(placeholder), credentials.contains(placeholder) {
                diagnostics.error(id, Self.secret(placeholder), at: path.location)
            } else if !names.contains(placeholder) {
                diagnostics.error(id, undeclared(placeholder, names), at: path.location)
            }
        }
        let headers = client.headers.flatMap { TextTemplate($0.value.value).placeholders }
        for parameter in client.parameters where !(placeholders + headers).contains(parameter.name.value) {
            diagnostics.error(id, unused(parameter.name.value), at: parameter.name.location)
        }
    }

    private func checkOperations(_ client: ClientSpec, _ spec: Spec, into diagnostics: inout DiagnosticCollector) {
        let names = client.parameters.map(\.name.value)
        for resource in spec.resources where client.resources.contains(where: { $0 == resource.name }) {
            for parameter in resource.operations.flatMap(\.value.pathParameters)
            where names.contains(parameter.name.value) {
                diagnostics.error(id, taken(parameter.name.value), at: parameter.name.location)
            }
        }
    }
}

// MARK: - Messages

extension BasePathRule {
    private var noRoot: String { "a base path begins with '/' and names something; write one such as /v1" }

    private func twice(_ placeholder: String) -> String {
        "the base path has the placeholder {\(placeholder)} twice; give each its own name"
    }

    static func secret(_ placeholder: String) -> String {
        "a path would show the credential \(SpecText.quoted("{\(placeholder)}")) in logs and saved requests; send it in 'headers' or 'query' of 'auth', in the form that the vendor has for that"
    }

    private func undeclared(_ placeholder: String, _ names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: placeholder, among: names).map { "did you mean \(SpecText.quoted("{\($0)}"))?" }
            ?? "declare it under 'parameters'"
        return "the base path's placeholder \(SpecText.quoted("{\(placeholder)}")) has no parameter; \(fix)"
    }

    private func unused(_ name: String) -> String {
        "neither the base path nor a header has {\(name)}; write it there, or leave the parameter out"
    }

    private func taken(_ name: String) -> String {
        "the client has a parameter \(SpecText.quoted(name)) already; give this one another name"
    }
}
