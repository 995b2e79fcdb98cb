@_spi(Generated) import WaybillRuntime

/// Writes an operation: the function that calls it, the one that builds its request, and its definition.
struct OperationRenderer {
    let api: ResolvedAPI
    let client: ResolvedClient
    let index: RequestIndex

    func write(_ operation: ResolvedOperation, to writer: inout SwiftWriter) {
        let signature = OperationSignature(operation)
        writeCall(signature, to: &writer)
        writer.blank()
        writeBuilder(signature, to: &writer)
        writer.blank()
        writeDefinition(operation, to: &writer)
        if let pages = operation.pages {
            writer.blank()
            PagesRenderer(api: api, client: client).write(pages, of: operation, to: &writer)
        }
        if !operation.answerHeaders.isEmpty {
            writer.blank()
            AnswerHeadersRenderer(operation: operation).write(to: &writer)
        }
    }

    private func writeCall(_ signature: OperationSignature, to writer: inout SwiftWriter) {
        let operation = signature.operation
        writer.doc(documentation(signature))
        if let availability = signature.availability { writer.line(availability) }
        let declaration = SwiftLayout.call(
            "public func \(operation.identifier)",
            signature.builderParameters + [signature.optionsParameter]
        )
        let suffix: SwiftCode = " async throws(\(type: api.errorName)) -> APIResponse<\(signature.answer)>"
        writer.block(declaration, suffix: suffix) { writer in
            let request = SwiftLayout.call("Self.\(member: operation.identifier)", signature.arguments)
            let client = reference("client", besides: signature.names)
            let call = SwiftLayout.call("\(client).send", [request, .code("options: \(signature.options)")])
            writer.layout(call, prefix: "try await ")
        }
    }

    private func documentation(_ signature: OperationSignature) -> DocComment {
        let operation = signature.operation
        var comment = DocComment(operation.about, or: "\(operation.method) \(operation.path.description).")
        for remark in operation.remarks { comment.add(remark) }
        if operation.resend == .documented, operation.notes?.contains("maxAttempts") != true {
            let because = operation.because.map { ", since \($0)" } ?? ""
            comment.add(
                """
                It is sent again after failures of the network and the server\(because), so that it can happen twice: pass \
                `options: CallOptions(maxAttempts: 1)` where that matters.
                """
            )
        }
        if operation.revalidates {
            comment.add("Pass the answer's `http.entityTag` with the next call, to hear whether it has changed.")
        }
        comment.add(AnswerHeadersRenderer.remark(operation))
        if let host = client.host(of: operation) {
            let credentials = client.isAuthenticated(operation) ? "" : ", without the client's credentials"
            comment.add("It goes to the host `\(host.name)`\(credentials).")
        } else if !operation.isAuthenticated {
            comment.add("It goes out without the client's credentials.")
        }
        comment.add(operation.certainty)
        let options = [(name: signature.options.text, text: "Limits and headers for this call alone.")]
        comment.addParameters(signature.documentation + options)
        let cases = operation.failures.map { "`\($0.identifier.text)`" }.joined(separator: ", ")
        let error = "``\(api.errorName.text)``"
        comment.addThrows(cases.isEmpty ? "\(error)." : "\(error), of the server's: \(cases).")
        return comment
    }

    private func writeBuilder(_ signature: OperationSignature, to writer: inout SwiftWriter) {
        let operation = signature.operation
        let isLong = signature.symbol.count > 100
        let link = isLong ? "`\(operation.identifier.text)`" : "``\(signature.symbol)``"
        writer.doc(DocComment("Builds the request of \(link).", or: ""))
        if let availability = signature.availability { writer.line(availability) }
        let declaration = SwiftLayout.call("public static func \(operation.identifier)", signature.builderParameters)
        let suffix: SwiftCode = " -> APIRequest<\(type: client.identifier), \(signature.answer)>"
        writer.block(declaration, suffix: suffix) { writer in
            RequestRenderer(client: client, index: index, signature: signature).write(to: &writer)
        }
    }

    private func writeDefinition(_ operation: ResolvedOperation, to writer: inout SwiftWriter) {
        var arguments: [SwiftLayout] = [
            .code("id: \(literal: operation.id)"),
            .code("method: \(method(operation.method))"),
            .code("path: \(literal: operation.path.description)"),
            .code("resend: \(resend(operation.resend))"),
        ]
        if let rule = keyRule(operation) {
            arguments.append(.labelled(SwiftIdentifier(made: "idempotencyKey"), rule))
        }
        if let path = client.overridablePaths.first(where: { $0.operation.id == operation.id }) {
            arguments.append(.code("pathOverride: \(literal: path.identifier.text)"))
        }
        if let encoding = encoding(operation.body) {
            arguments.append(.labelled(SwiftIdentifier(made: "encoding"), encoding))
        }
        if let type = operation.body.contentType { arguments.append(.code("contentType: \(literal: type)")) }
        if !operation.inheritsEnvelope { arguments.append(.code("envelope: \(envelope(operation.envelope))")) }
        arguments += AnswerRenderer(operation).definition
        if let host = operation.host { arguments.append(.code("host: \(literal: host)")) }
        if !operation.isAuthenticated { arguments.append(.code("isAuthenticated: false")) }
        writer.layout(
            .call("OperationDefinition", arguments),
            prefix: "private static let \(operation.definition) = "
        )
    }

    /// How the body is written, where that is not JSON.
    private func encoding(_ body: RequestBody) -> SwiftLayout? {
        guard !body.isEmpty else { return nil }
        switch body.encoding {
        case .json: return nil
        case .form(let notation): return .call(".form", [notation.layout])
        case .multipart: return .code(".multipart")
        case .text: return .code(".text")
        case .bytes: return .code(".bytes")
        }
    }

    private func envelope(_ envelope: ResolvedEnvelope) -> SwiftCode {
        let only = envelope.paths.count == 1 ? envelope.paths[0].keys : nil
        switch only?.count {
        case 0: return ".none"
        case 1: return ".member(\(literal: only?.first ?? ""))"
        default: return ".paths([\(.joined(envelope.paths.map { .literal($0.envelopeText) }, ", "))])"
        }
    }

    private func keyRule(_ operation: ResolvedOperation) -> SwiftLayout? {
        let keep = operation.keyLifetime.map { [SwiftLayout.code("keep: \(DurationText.code($0))")] } ?? []
        return switch operation.key {
        case .none: nil
        case .field(let path): .call("IdempotencyKeyRule", [.code("field: \(literal: path.text)")] + keep)
        case .header(let name, let make, let maxLength):
            .call(
                "IdempotencyKeyRule",
                [
                    .code("header: \(literal: name)"), .code("make: \(literal: make)"),
                    .code("maxLength: \(maxLength)"),
                ] + keep
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

    private func resend(_ resend: ResendPolicy) -> SwiftCode {
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
