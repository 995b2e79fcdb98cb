/// The declarations and uses of an operation's arguments.
struct OperationSignature {
    /// The operation.
    let operation: OperationIR
    /// The argument for limits and headers of one call.
    let options: SwiftIdentifier
    /// The argument for the idempotency key.
    let key: SwiftIdentifier

    /// Chooses names that none of the spec's arguments has.
    init(_ operation: OperationIR) {
        self.operation = operation
        let names = operation.parameters.map(\.name)
        options = SwiftNaming.local("options", avoiding: names)
        key = SwiftNaming.local("idempotencyKey", avoiding: names)
    }

    /// The names of all arguments.
    var names: [SwiftIdentifier] {
        operation.parameters.map(\.name) + (operation.takesKey ? [key] : []) + [options]
    }

    /// The parameters of the function that builds the request.
    var builderParameters: [SwiftLayout] {
        operation.parameters.map { .code(declaration($0)) }
            + (operation.takesKey ? [.code("\(parameter: key): String? = nil")] : [])
    }

    /// The parameter for limits and headers.
    var optionsParameter: SwiftLayout { .code("\(parameter: options): CallOptions = CallOptions()") }

    /// The arguments, handed on under their own names.
    var arguments: [SwiftLayout] {
        operation.parameters.map { parameter in
            parameter.isUnlabelled
                ? .code("\(parameter.name)") : .code("\(label: parameter.name): \(parameter.name)")
        } + (operation.takesKey ? [.code("\(label: key): \(key)")] : [])
    }

    /// The function's name with its labels, as documentation links it.
    var symbol: String {
        let labels = operation.parameters.map { $0.isUnlabelled ? "_" : $0.name.text }
        let own = (operation.takesKey ? [key.text] : []) + [options.text]
        return "\(operation.name.text)(\((labels + own).map { $0 + ":" }.joined()))"
    }

    /// The type of the answer's value.
    var answer: SwiftCode { operation.answer.map { $0.unwrapped.code } ?? "NoContent" }

    /// The comment's text for each argument of the spec and for the key.
    var documentation: [(name: String, text: String)] {
        var parameters = operation.parameters.map { parameter in
            (
                name: parameter.name.text,
                text: Sentence.joined([
                    parameter.property.about ?? "The \(word(parameter.place)) `\(parameter.property.wireName)`.",
                    ConstraintText.sentences(parameter.property.constraints, type: parameter.type),
                    parameter.among.map { "One of the client's `\($0.text)`, where it has any." },
                ])
            )
        }
        if case .header(_, _, let maxLength) = operation.key {
            let length = maxLength.map { "1 to \($0)" } ?? "1 to \(OperationRenderer.usualKeyLength)"
            let text = "Your own idempotency key, \(length) printable ASCII characters; nil makes one."
            parameters.append((key.text, text))
        }
        return parameters
    }

    /// Marks what callers should move away from.
    var availability: SwiftCode? {
        operation.deprecated.map { "@available(*, deprecated, message: \(literal: $0))" }
    }

    private func word(_ place: ParameterIR.Place) -> String {
        switch place {
        case .path, .query: "parameter"
        case .header: "header"
        case .body, .argument: "field"
        }
    }

    private func declaration(_ parameter: ParameterIR) -> SwiftCode {
        let label: SwiftCode = parameter.isUnlabelled ? "_ \(parameter.name)" : "\(parameter: parameter.name)"
        let declaration: SwiftCode = "\(label): \(parameter.type.code)"
        if let value = parameter.property.defaultValue { return "\(declaration) = \(value.code)" }
        return parameter.type.isOptional ? "\(declaration) = nil" : declaration
    }
}
