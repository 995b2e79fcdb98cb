/// The declarations and uses of an operation's arguments.
struct OperationSignature {
    let operation: ResolvedOperation
    let name: SwiftIdentifier
    /// The arguments that the spec gives it.
    let parameters: [ResolvedParameter]
    /// The argument for limits and headers of one call.
    let options: SwiftIdentifier
    /// The argument for the idempotency key; nil where there is none.
    let key: SwiftIdentifier?

    /// The signature of the operation itself.
    init(_ operation: ResolvedOperation) {
        self.init(operation, name: operation.identifier, parameters: operation.parameters, takesKey: operation.takesKey)
    }

    /// The signature of the function that goes through all pages: it has those arguments alone that stay the same on all.
    init(_ operation: ResolvedOperation, pages: ResolvedPages) {
        let others = [pages.parameter].compactMap(\.self) + pages.next.map(\.parameter)
        self.init(
            operation,
            name: operation.allPages,
            parameters: operation.parameters.filter { parameter in !others.contains { $0.isSame(as: parameter) } },
            takesKey: false
        )
    }

    /// Chooses names that none of the spec's arguments has.
    private init(
        _ operation: ResolvedOperation,
        name: SwiftIdentifier,
        parameters: [ResolvedParameter],
        takesKey: Bool
    ) {
        self.operation = operation
        self.name = name
        self.parameters = parameters
        let names = parameters.map(\.identifier)
        options = SwiftNaming.local("options", avoiding: names)
        key = takesKey ? SwiftNaming.local("idempotencyKey", avoiding: names) : nil
    }

    var names: [SwiftIdentifier] {
        parameters.map(\.identifier) + [key].compactMap(\.self) + [options]
    }

    /// The parameters of the function that builds the request.
    var builderParameters: [SwiftLayout] {
        parameters.map { .code(declaration($0)) } + (key.map { [.code("\(parameter: $0): String? = nil")] } ?? [])
    }

    /// The parameter for limits and headers.
    var optionsParameter: SwiftLayout { .code("\(parameter: options): CallOptions = CallOptions()") }

    /// The arguments, handed on under their own names.
    var arguments: [SwiftLayout] {
        parameters.map { parameter in
            parameter.field.isUnlabeled
                ? .code("\(parameter.identifier)") : .code("\(label: parameter.identifier): \(parameter.identifier)")
        } + (key.map { [.code("\(label: $0): \($0)")] } ?? [])
    }

    /// The function's name with its labels, as documentation links it.
    var symbol: String {
        let labels = parameters.map { $0.field.isUnlabeled ? "_" : $0.identifier.text }
        let own = [key, options].compactMap { $0?.text }
        return "\(name.text)(\((labels + own).map { $0 + ":" }.joined()))"
    }

    /// The type of the answer's value.
    var answer: SwiftCode { AnswerRenderer(operation).type }

    /// The comment's text for each argument of the spec and for the key.
    var documentation: [(name: String, text: String)] {
        var texts = parameters.map { parameter in
            (
                name: parameter.identifier.text,
                text: Sentence.joined(
                    [
                        parameter.field.about ?? "The \(word(parameter.place)) `\(parameter.field.wireName)`.",
                        ConstraintText.sentences(parameter.field),
                        ConstraintText.need(parameter.field, among: operation.body.alternatives),
                        parameter.field.allowedValuesIdentifier.map {
                            "One of the client's `\($0.text)`, where it has any."
                        },
                    ] + parameter.field.certainty.map(\.sentence)
                )
            )
        }
        if let key, case .header(_, _, let maxLength) = operation.key {
            let text = "Your own idempotency key, 1 to \(maxLength) printable ASCII characters; nil makes one."
            texts.append((key.text, text))
        }
        return texts
    }

    /// Marks what callers should move away from.
    var availability: SwiftCode? {
        operation.deprecated.map { "@available(*, deprecated, message: \(literal: $0))" }
    }

    private func word(_ place: ResolvedParameter.Place) -> String {
        switch place {
        case .path, .query: "parameter"
        case .header: "header"
        case .body, .argument, .additional: "field"
        }
    }

    private func declaration(_ parameter: ResolvedParameter) -> SwiftCode {
        let name = parameter.identifier
        let label: SwiftCode = parameter.field.isUnlabeled ? "_ \(name)" : "\(parameter: name)"
        let declaration: SwiftCode = "\(label): \(parameter.field.code)"
        if let value = parameter.field.defaultLiteral { return "\(declaration) = \(value.code)" }
        return parameter.field.absence.map { "\(declaration) = \($0)" } ?? declaration
    }
}

extension ResolvedOperation {
    /// Whether an argument for the idempotency key is needed.
    var takesKey: Bool {
        if case .header = key { true } else { false }
    }
}
