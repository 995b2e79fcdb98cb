import SpecYAML
@_spi(Generated) import WaybillRuntime

struct PathParametersRule: LocalRule {
    let id = "path-parameter"
    let summary = "The placeholders of a path and the parameters under `path` are the same."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let credentials = context.spec.clients.flatMap(\.value.auth.each).flatMap(\.credentials).map(\.name.value)
        for operation in context.spec.resources.flatMap(\.operations) {
            check(operation.value, credentials, into: &diagnostics)
        }
    }

    private func check(
        _ operation: OperationSpec,
        _ credentials: [String],
        into diagnostics: inout DiagnosticCollector
    ) {
        let placeholders = TextTemplate(operation.path.value).placeholders
        let names = operation.pathParameters.map(\.name.value)
        for (index, placeholder) in placeholders.enumerated() {
            if placeholders[..<index].contains(placeholder) {
                diagnostics.error(id, twice(placeholder), at: operation.path.location)
            } else if !names.contains(placeholder), credentials.contains(placeholder) {
                diagnostics.error(id, BasePathRule.secret(placeholder), at: operation.path.location)
            } else if !names.contains(placeholder) {
                diagnostics.error(id, undeclared(placeholder, names), at: operation.path.location)
            }
        }
        for parameter in operation.pathParameters where !placeholders.contains(parameter.name.value) {
            diagnostics.error(id, unused(parameter.name.value), at: parameter.name.location)
        }
    }
}

// MARK: - Messages

extension PathParametersRule {
    private func twice(_ placeholder: String) -> String {
        "the path has the placeholder {\(placeholder)} twice; give each its own name"
    }

    private func undeclared(_ placeholder: String, _ names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: placeholder, among: names).map { "did you mean \(SpecText.quoted("{\($0)}"))?" }
            ?? "declare it under 'path'"
        return "the path's placeholder \(SpecText.quoted("{\(placeholder)}")) has no parameter; \(fix)"
    }

    private func unused(_ name: String) -> String {
        "the path has no placeholder {\(name)}; write it there, or move the parameter to 'query'"
    }
}
