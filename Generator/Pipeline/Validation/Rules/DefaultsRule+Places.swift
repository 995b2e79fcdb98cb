import SpecYAML
import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// What the client sends by itself has to suit its place, or each call would be refused, or no client made.
extension DefaultsRule {
    /// The query is looked at as a form, by the rule of parameters.
    func checkPlaces(
        of operation: OperationSpec,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        let call = ExampleBody(
            RequestBody(operation, definitions),
            definitions.parameters(of: operation),
            given: JSONObject()
        )
        for field in operation.pathParameters { check(field, .path, call, definitions, into: &diagnostics) }
        for field in operation.headerParameters {
            check(field, .header, call, definitions, into: &diagnostics)
            guard let always = field.value.always, isPlain(always.value) else { continue }
            let fault = HeaderValue.fault(in: always.value.stringValue ?? always.value.description)
            if let fault { diagnostics.error(id, unsendable("constant", "it \(fault)"), at: always.location) }
        }
    }

    private func check(
        _ field: Named<FieldSpec>,
        _ place: ResolvedParameter.Place,
        _ call: ExampleBody,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let given = field.value.defaultValue, field.value.type != nil else { return }
        let resolved = definitions.field(field)
        guard fault(given.value, resolved) == nil,
            let problem = call.problem(of: ResolvedParameter(place: place, field: resolved))
        else { return }
        diagnostics.error(id, unsendable("default", statement(problem, field)), at: given.location)
    }

    private func statement(_ problem: ValueProblem, _ field: Named<FieldSpec>) -> String {
        guard case .constraint(let fault) = problem.reason, problem.path == field.name.value else {
            return problem.statement
        }
        return "it \(fault)"
    }

    /// A client that is made with its defaults has to come about.
    func checkPlaces(of client: ClientSpec, into diagnostics: inout DiagnosticCollector) {
        let path = TextTemplate(client.basePath?.value ?? "").placeholders
        let headers = client.headers.flatMap { TextTemplate($0.value.value).placeholders }
        for parameter in client.parameters {
            // That a blank one does not fit is said already.
            guard let given = parameter.value.defaultValue, let text = given.value.stringValue,
                !text.allSatisfy(\.isWhitespace)
            else { continue }
            let name = parameter.name.value
            let inPath = path.contains(name) ? PathValue(name, text, argument: name).fault : nil
            let inHeader = headers.contains(name) ? HeaderValue.fault(in: text) : nil
            guard let fault = inPath ?? inHeader else { continue }
            diagnostics.error(id, unsendable("default", "it \(fault)"), at: given.location)
        }
    }
}
