import SpecYAML
@_spi(Generated) import WaybillRuntime

struct PathParametersRule: LocalRule {
    let id = "path-parameter"
    let summary = "The places of a path and the parameters under `path` are the same."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for operation in context.spec.resources.flatMap(\.operations) {
            check(operation.value, into: &diagnostics)
        }
    }

    private func check(_ operation: OperationSpec, into diagnostics: inout DiagnosticCollector) {
        let places = TextTemplate(operation.path.value).placeholders
        let names = operation.pathParameters.map(\.name.value)
        for (index, place) in places.enumerated() {
            if places[..<index].contains(place) {
                diagnostics.error(id, twice(place), at: operation.path.location)
            } else if !names.contains(place) {
                diagnostics.error(id, undeclared(place, names), at: operation.path.location)
            }
        }
        for parameter in operation.pathParameters where !places.contains(parameter.name.value) {
            diagnostics.error(id, unused(parameter.name.value), at: parameter.name.location)
        }
    }
}

// MARK: - Messages

extension PathParametersRule {
    private func twice(_ place: String) -> String {
        "the path has the place {\(place)} twice; give each its own name"
    }

    private func undeclared(_ place: String, _ names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: place, among: names).map { "did you mean \(SpecText.quoted("{\($0)}"))?" }
            ?? "declare it under 'path'"
        return "the path's place \(SpecText.quoted("{\(place)}")) has no parameter; \(fix)"
    }

    private func unused(_ name: String) -> String {
        "the path has no place {\(name)}; write it there, or move the parameter to 'query'"
    }
}
