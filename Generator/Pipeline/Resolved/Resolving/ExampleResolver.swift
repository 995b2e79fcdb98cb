@_spi(Generated) import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// Resolves the examples of an operation: what each call puts on the wire, and what becomes of each answer.
struct ExampleResolver {
    let operation: OperationSpec
    let parameters: [ResolvedParameter]
    let body: RequestBody
    let envelope: ResolvedEnvelope
    let errors: ResolvedErrors

    /// The examples; one without arguments of its own takes those of the first that has some.
    func resolve() -> [ResolvedExample] {
        let usual = operation.examples.lazy.compactMap { $0.value.arguments?.value }.first
        return operation.examples.map { example in
            let own = example.value.arguments?.value
            let status = example.value.status.value
            let response = example.value.response?.value
            return ResolvedExample(
                name: example.name.value,
                location: example.name.location,
                about: example.value.about?.value,
                showsCall: own != nil,
                call: (own ?? usual ?? noArguments).map { call($0) },
                request: request(example.value, own ?? usual),
                requestBytes: (own ?? usual).flatMap { body.encoding == .bytes ? bytes($0) : nil },
                status: status,
                response: response,
                responseBytes: example.value.responseBytes?.value,
                responseHeaders: example.value.responseHeaders.map { ($0.name.value, $0.value.value) },
                outcome: outcome(status, response ?? ""),
                certainty: example.value.certainty
            )
        }
    }

    /// The body as text: what the example shows, and of parts what the client makes of the call where that is text.
    private func request(_ example: ExampleSpec, _ given: JSONObject?) -> String? {
        if let shown = example.request { return body.text(shownAs: shown.value) }
        guard operation.hasBody else { return "" }
        guard body.encoding == .multipart else { return nil }
        return given.flatMap { bytes($0) }.flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// The bytes that a call sends.
    private func bytes(_ given: JSONObject) -> [UInt8]? { try? ExampleBody(body, parameters, given: given).bytes() }

    /// An empty set of arguments, where the operation can be called with none.
    private var noArguments: JSONObject? {
        parameters.contains(where: \.field.isRequired) ? nil : JSONObject()
    }

    private func call(_ given: JSONObject) -> ResolvedCall {
        let written = ExampleBody(body, parameters, given: given)
        let query = fields(.query, operation.queryParameters, written)
            .map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }
        return ResolvedCall(
            arguments: parameters.compactMap { parameter in
                given[parameter.field.name].map { (parameter, $0) }
            },
            path: path(given),
            query: query.isEmpty ? "" : "?" + query.joined(separator: "&"),
            headers: fields(.header, operation.headerParameters, written)
        )
    }

    /// What the query or the header fields have, arguments and constants in the order of the file.
    private func fields(
        _ place: ResolvedParameter.Place,
        _ specs: [Named<FieldSpec>],
        _ written: ExampleBody
    ) -> [(name: String, value: String)] {
        specs.flatMap { spec -> [(name: String, value: String)] in
            if let constant = spec.value.always?.value {
                return [(spec.name.value, constant.stringValue ?? constant.description)]
            }
            let parameter = parameters.first { $0.place == place && $0.field.name == spec.name.value }
            return parameter.flatMap { try? written.fields(of: $0) } ?? []
        }
    }

    private func path(_ given: JSONObject) -> String {
        let template = TextTemplate(operation.path.value)
        return template.filling { name in
            let parameter = operation.pathParameters.first { $0.name.value == name }
            return parameter.flatMap { text($0, given) }.map { PercentEncoding.encode($0) } ?? ""
        }.description
    }

    private func text(_ parameter: Named<FieldSpec>, _ given: JSONObject) -> String? {
        let value = parameter.value.always?.value ?? given[parameter.name.value] ?? parameter.value.defaultValue?.value
        // As the client writes it: `1.0` of an `int` is `1`.
        guard let value, case .format(let format)? = parameter.value.type?.value.unwrapped else {
            return value.flatMap { $0.stringValue ?? $0.description }
        }
        let written = format.rewritten(value) ?? value
        return written.stringValue ?? written.description
    }

    private func outcome(_ status: Int, _ response: String) -> ResolvedExample.Outcome {
        if status == 304, operation.ifNoneMatch?.value == true { return .notModified }
        guard status >= 300 || errors.refusal?.refuses(response) == true else {
            let body = try? JSONValue(parsing: response)
            let missing = operation.returns?.value.isOptional == true ? envelope.paths[0] : DottedPath("")
            return .value(at: envelope.path(in: body) ?? missing)
        }
        let (code, message) = errors.report(response)
        let errorCase = errors.errorCase(code: code, status: errors.sortingStatus(code: code, status: status))
        // What the runtime says of a redirect, it says whatever the body says.
        let isRedirect = (300...399).contains(status)
        let usual = status < 300 ? "refused with HTTP \(status)" : "HTTP \(status)"
        return .failure(errorCase, code: code, message: isRedirect ? nil : message ?? usual)
    }
}
