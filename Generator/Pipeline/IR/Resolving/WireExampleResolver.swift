import WaybillJSON

/// Turns the examples of an operation into tests, where they can be called.
struct WireExampleResolver {
    let table: DefinitionTable

    /// The tests; an example without arguments of its own takes those of the first that has some.
    func resolve(_ operation: OperationSpec) -> [WireExampleIR] {
        let parameters = ParameterResolver(table: table)
        let usual = operation.examples.first { $0.value.arguments != nil }?.value.arguments?.value
        return operation.examples.compactMap { example in
            guard let given = example.value.arguments?.value ?? usual ?? parameters.noArguments(operation) else {
                return nil
            }
            let response = example.value.response?.value ?? ""
            return WireExampleIR(
                name: example.name.value,
                about: example.value.about?.value,
                arguments: parameters.arguments(given, of: operation),
                path: path(operation, given),
                query: query(operation, given),
                headers: headers(operation, given),
                request: example.value.request?.value ?? (operation.body.isEmpty ? "" : nil),
                status: example.value.status.value,
                response: response,
                outcome: outcome(example.value.status.value, response, operation)
            )
        }
    }

    private func path(_ operation: OperationSpec, _ given: JSONObject) -> String {
        operation.pathParameters.reduce(operation.path.value) { path, parameter in
            let text = given[parameter.name.value].flatMap { Self.text($0) } ?? ""
            return path.replacing("{\(parameter.name.value)}", with: PercentText.encode(text))
        }
    }

    private func query(_ operation: OperationSpec, _ given: JSONObject) -> String {
        let asked = operation.queryParameters.filter { $0.value.always == nil }
        let constant = operation.queryParameters.filter { $0.value.always != nil }
        let pairs = (asked + constant).compactMap { parameter -> String? in
            guard let text = text(parameter, given) else { return nil }
            return "\(PercentText.encode(wireName(parameter)))=\(PercentText.encode(text))"
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    private func headers(_ operation: OperationSpec, _ given: JSONObject) -> [NamedText] {
        operation.headerParameters.compactMap { parameter in
            text(parameter, given).map { NamedText(name: wireName(parameter), text: $0) }
        }
    }

    private func wireName(_ parameter: Named<FieldSpec>) -> String {
        parameter.value.keys.first?.value ?? parameter.name.value
    }

    private func text(_ parameter: Named<FieldSpec>, _ given: JSONObject) -> String? {
        let value = parameter.value.always?.value ?? given[parameter.name.value] ?? parameter.value.defaultValue?.value
        return value.flatMap { Self.text($0) }
    }

    private static func text(_ value: JSONValue) -> String? {
        switch value {
        case .null: nil
        case .string(let text): text
        case .array(let elements): elements.compactMap { text($0) }.joined(separator: ",")
        default: value.description
        }
    }

    private func outcome(_ status: Int, _ response: String, _ operation: OperationSpec) -> WireExampleIR.Outcome {
        let body = try? JSONValue(parsing: Array(response.utf8))
        guard status >= 300 else { return .value(path: valuePath(body, operation)) }
        return ErrorAnswerResolver(table: table).outcome(status, body)
    }

    /// Of the places in which the value may stand the first where there is something.
    private func valuePath(_ body: JSONValue?, _ operation: OperationSpec) -> [String] {
        var places = operation.envelopes.map(\.value)
        if places.isEmpty, let envelope = operation.envelope?.value { places = [envelope] }
        if places.isEmpty { places = table.spec.envelopes.map(\.value) }
        if places.isEmpty, let envelope = table.spec.envelope?.value { places = [envelope] }
        for place in places where place != "none" {
            let keys = place.split(separator: ".").map { String($0) }
            if let value = keys.reduce(body, { $0?[$1] }), !value.isNull { return keys }
        }
        return []
    }
}
