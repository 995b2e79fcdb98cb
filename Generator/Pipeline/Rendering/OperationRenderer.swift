/// Writes an operation: the function that calls it, the one that builds its request, and its definition.
struct OperationRenderer {
    /// How long an idempotency key may be where the spec does not say it.
    static let usualKeyLength = 255

    let api: API
    let client: ClientIR
    let index: DefinitionIndex

    /// The three declarations.
    func write(_ operation: OperationIR, to writer: inout SwiftWriter) {
        let signature = OperationSignature(operation)
        writeCall(signature, to: &writer)
        writer.blank()
        writeBuilder(signature, to: &writer)
        writer.blank()
        writeDefinition(operation, to: &writer)
        guard let pages = operation.pages else { return }
        writer.blank()
        PagesRenderer(api: api, client: client).write(pages, of: operation, to: &writer)
    }

    private func writeCall(_ signature: OperationSignature, to writer: inout SwiftWriter) {
        let operation = signature.operation
        writer.doc(documentation(signature))
        if let availability = signature.availability { writer.line(availability) }
        let declaration = SwiftLayout.call(
            "public func \(operation.name)",
            signature.builderParameters + [signature.optionsParameter]
        )
        let suffix: SwiftCode = " async throws(\(api.errors.name)) -> APIResponse<\(signature.answer)>"
        writer.block(declaration, suffix: suffix) { writer in
            let request = SwiftLayout.call("Self.\(member: operation.name)", signature.arguments)
            let client = reference("client", besides: signature.names)
            let call = SwiftLayout.call("\(client).send", [request, .code("options: \(signature.options)")])
            writer.layout(call, prefix: "try await ")
        }
    }

    private func documentation(_ signature: OperationSignature) -> DocComment {
        let operation = signature.operation
        var comment = DocComment(operation.about, or: "\(operation.method) \(operation.path).")
        comment.add(operation.notes)
        if operation.resend == .documented, operation.notes?.contains("maxAttempts") != true {
            let because = operation.because.map { ", since \($0)" } ?? ""
            comment.add(
                """
                It is sent again after failures of the network and the server\(because), so that it can happen twice: pass \
                `options: CallOptions(maxAttempts: 1)` where that matters.
                """
            )
        }
        let options = [(name: signature.options.text, text: "Limits and headers for this call alone.")]
        comment.addParameters(signature.documentation + options)
        let cases = operation.errors.map { "`\($0.text)`" }.joined(separator: ", ")
        let error = "``\(api.errors.name.text)``"
        comment.addThrows(cases.isEmpty ? "\(error)." : "\(error), of the server's: \(cases).")
        return comment
    }

    private func writeBuilder(_ signature: OperationSignature, to writer: inout SwiftWriter) {
        let operation = signature.operation
        let isLong = signature.symbol.count > 100
        let link = isLong ? "`\(operation.name.text)`" : "``\(signature.symbol)``"
        writer.doc(DocComment("Builds the request of \(link).", or: ""))
        if let availability = signature.availability { writer.line(availability) }
        let declaration = SwiftLayout.call("public static func \(operation.name)", signature.builderParameters)
        let suffix: SwiftCode = " -> APIRequest<\(client.name), \(signature.answer)>"
        writer.block(declaration, suffix: suffix) { writer in
            RequestRenderer(client: client, index: index, signature: signature).write(to: &writer)
        }
    }

    private func writeDefinition(_ operation: OperationIR, to writer: inout SwiftWriter) {
        var arguments: [SwiftLayout] = [
            .code("id: \(literal: operation.id)"),
            .code("method: \(method(operation.method))"),
            .code("path: \(literal: operation.path)"),
            .code("resend: \(resend(operation.resend))"),
        ]
        if let rule = keyRule(operation.key) {
            arguments.append(.labelled(SwiftIdentifier(made: "idempotencyKey"), rule))
        }
        if let path = client.overridable.first(where: { $0.operation == operation.id }) {
            arguments.append(.code("pathOverride: \(literal: path.name.text)"))
        }
        switch operation.envelope {
        case .inherited: break
        case .none: arguments.append(.code("envelope: .none"))
        case .member(let name): arguments.append(.code("envelope: .member(\(literal: name))"))
        case .paths(let paths):
            arguments.append(.code("envelope: .paths([\(.joined(paths.map { .literal($0) }, ", "))])"))
        }
        let name = SwiftIdentifier(forcing: operation.name.text + "Definition")
        writer.layout(.call("OperationDefinition", arguments), prefix: "private static let \(name) = ")
    }

    private func keyRule(_ key: KeyIR) -> SwiftLayout? {
        switch key {
        case .none: nil
        case .field(let path): .call("IdempotencyKeyRule", [.code("field: \(literal: path)")])
        case .header(let name, let make, let maxLength):
            .call(
                "IdempotencyKeyRule",
                [
                    .code("header: \(literal: name)"), .code("make: \(literal: make)"),
                    .code("maxLength: \(maxLength ?? Self.usualKeyLength)"),
                ]
            )
        }
    }

    private func method(_ method: String) -> SwiftCode {
        switch method {
        case "GET": ".get"
        case "PUT": ".put"
        case "PATCH": ".patch"
        case "DELETE": ".delete"
        case "HEAD": ".head"
        case "OPTIONS": ".options"
        default: ".post"
        }
    }

    private func resend(_ resend: OperationSpec.Resend) -> SwiftCode {
        switch resend {
        case .safe: ".safe"
        case .keyed: ".keyed"
        case .documented: ".documented"
        case .never: ".never"
        }
    }
}

/// A property of the type, by `self` where an argument has its name.
func reference(_ name: StaticString, besides arguments: [SwiftIdentifier]) -> SwiftCode {
    let property = SwiftIdentifier(made: name)
    return arguments.contains(property) ? "self.\(member: property)" : "\(property)"
}
