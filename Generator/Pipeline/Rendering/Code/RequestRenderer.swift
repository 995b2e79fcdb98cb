import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// Writes the body of the function that builds a request from its arguments.
struct RequestRenderer {
    let client: ResolvedClient
    let index: RequestIndex
    let signature: OperationSignature

    private var operation: ResolvedOperation { signature.operation }

    private func local(_ name: StaticString) -> SwiftIdentifier {
        SwiftNaming.local(name, avoiding: signature.names)
    }

    private var checks: [SwiftStatement] {
        let renderer = ConstraintRenderer(index: index, checker: local("arguments"))
        let checks = operation.parameters.flatMap { parameter in
            renderer.statements(
                parameter.field,
                argument: .literal(parameter.identifier.text),
                value: parameter.field.access
            )
        }
        let needed = renderer.statement(anyOf: operation.body.alternatives) { .literal($0.identifier.text) }
        return checks + [needed].compactMap(\.self)
    }

    func write(to writer: inout SwiftWriter) {
        let checks = self.checks
        let request = local("request")
        if !checks.isEmpty {
            writer.line("var \(local("arguments")) = ArgumentChecker()")
            for check in checks { check.write(to: &writer) }
        }
        let steps = self.steps(request)
        let made = made(hasChecks: !checks.isEmpty)
        if steps.isEmpty, operation.body.isEmpty {
            return writer.layout(made, prefix: checks.isEmpty ? "" : "return ")
        }
        writer.layout(made, prefix: "var \(request) = ")
        for step in steps { step.write(to: &writer) }
        writeBody(request, to: &writer)
        writer.line("return \(request)")
    }

    private func made(hasChecks: Bool) -> SwiftLayout {
        let type: SwiftCode = "APIRequest<\(type: client.identifier), \(signature.answer)>"
        // An argument of the same name would stand for it.
        let isHidden = operation.parameters.contains { $0.field.identifier == operation.definition }
        var arguments: [SwiftLayout] = [.code(isHidden ? "Self.\(operation.definition)" : "\(operation.definition)")]
        if hasChecks { arguments.append(.code("arguments: \(local("arguments"))")) }
        if let answer = AnswerRenderer(operation).argument { arguments.append(answer) }
        return .call(type, arguments)
    }

    private func steps(_ request: SwiftIdentifier) -> [SwiftStatement] {
        var steps = operation.parameters.filter { $0.place != .query && $0.place != .header }
            .flatMap { self.steps($0, request) }
        steps += self.steps(operation.query, in: .query, request) { name, value in
            "\(request).addQuery(\(literal: name), \(literal: value))"
        }
        steps += self.steps(operation.headers, in: .header, request) { name, value in
            "\(request).addHeader(\(literal: name), \(literal: value))"
        }
        if let key = signature.key { steps.append(.line("\(request).setIdempotencyKey(\(key))")) }
        return steps
    }

    /// What goes into the query or the header fields, arguments and constants in the order of the file.
    private func steps(
        _ members: [ResolvedMember],
        in place: ResolvedParameter.Place,
        _ request: SwiftIdentifier,
        constant: (String, String) -> SwiftCode
    ) -> [SwiftStatement] {
        members.flatMap { member in
            if case .constant(let name, let value) = member {
                return [SwiftStatement.line(constant(name, value.stringValue ?? value.description))]
            }
            let parameter = operation.parameters.first { $0.place == place && $0.field.name == member.field?.name }
            return parameter.map { steps($0, request) } ?? []
        }
    }

    private func steps(_ parameter: ResolvedParameter, _ request: SwiftIdentifier) -> [SwiftStatement] {
        let name = parameter.identifier
        let key = SwiftCode.literal(parameter.field.wireName)
        var steps = restriction(parameter, request)
        switch parameter.place {
        case .body where parameter.type.unwrapped == .format(.file):
            steps.append(.line("\(request).addFile(\(key), \(name), argument: \(literal: name.text))"))
        case .body, .argument: break
        case .additional:
            let known = operation.body.members.flatMap(\.wireKeys).map { SwiftLayout.code(.literal($0)) }
            let arguments: [SwiftLayout] = [
                .code("\(name)"), .code("argument: \(literal: name.text)"),
                .labelled(SwiftIdentifier(made: "besides"), .array(known)),
            ]
            steps.append(.call(.call("\(request).addMembers", arguments)))
        case .path:
            let value =
                parameter.type == .format(.int) || parameter.type == .format(.textInt)
                ? "\(name)" : parameter.type.text("\(name)")
            steps.append(.line("\(request).setPath(\(key), \(value), argument: \(literal: name.text))"))
        case .query: steps.append(query(parameter, request))
        case .header: steps.append(header(parameter, request))
        }
        return steps
    }

    private func header(_ parameter: ResolvedParameter, _ request: SwiftIdentifier) -> SwiftStatement {
        let name = parameter.identifier
        let start: SwiftCode = "\(request).addHeader(\(literal: parameter.field.wireName)"
        let end: SwiftCode = "argument: \(literal: name.text))"
        switch parameter.type.unwrapped {
        case .format(.string), .format(.id), .words:
            return .line("\(start), \(parameter.type.text("\(name)")), \(end)")
        default: return .block("\(start), \(name), \(end)", parameter.type.write("$0", "$1"))
        }
    }

    private func query(_ parameter: ResolvedParameter, _ request: SwiftIdentifier) -> SwiftStatement {
        let key = SwiftCode.literal(parameter.field.wireName)
        let name = parameter.identifier
        switch parameter.type.unwrapped {
        case .format(.int), .format(.bool), .format(.textInt), .format(.textBool):
            return .line("\(request).addQuery(\(key), \(name))")
        case .format(.string), .format(.id), .words:
            return .line("\(request).addQuery(\(key), \(parameter.type.text("\(name)")))")
        default:
            let notation = parameter.field.notation
            let isUsual = notation == FormNotation() || parameter.type.isSingleText
            let own: SwiftCode = isUsual ? "" : ", as: \(notation.code)"
            let call: SwiftCode =
                "\(request).addQuery(\(key), \(name), argument: \(literal: name.text)\(own))"
            return .block(call, parameter.type.write("$0", "$1"))
        }
    }

    private func restriction(_ parameter: ResolvedParameter, _ request: SwiftIdentifier) -> [SwiftStatement] {
        guard let option = parameter.field.allowedValuesIdentifier else { return [] }
        let end: SwiftCode = "argument: \(literal: parameter.identifier.text), among: \(literal: option.text))"
        let name = parameter.identifier
        guard parameter.type.isOptional else {
            return [.line("\(request).restrict(\(parameter.type.text("\(name)")), \(end)")]
        }
        let value = parameter.type.unwrapped.text("\(name)")
        return [.block("if let \(name)", "\(request).restrict(\(value), \(end)")]
    }

    private func writeBody(_ request: SwiftIdentifier, to writer: inout SwiftWriter) {
        guard !operation.body.isEmpty else { return }
        if operation.body.isWhole, let field = operation.body.members.first?.field {
            return writeWhole(field, request, to: &writer)
        }
        writeBody(request, to: &writer) { members, writer in
            writer.line("\(local("writer")).beginObject()")
            for member in operation.body.members where !isFile(member) { members.write(member, to: &writer) }
            writer.line("\(local("writer")).endObject()")
        }
    }

    private func isFile(_ member: ResolvedMember) -> Bool { member.field?.type.unwrapped == .format(.file) }

    /// A body that is one value.
    private func writeWhole(_ field: ResolvedField, _ request: SwiftIdentifier, to writer: inout SwiftWriter) {
        switch operation.body.encoding {
        case .text: writer.line("\(request).setBody(text: \(field.identifier))")
        case .bytes: writer.line("\(request).setBody(bytes: \(field.identifier))")
        case .json, .form, .multipart:
            writeBody(request, to: &writer) { members, writer in
                if members.canFill(field.type) {
                    members.writeFilled(field.type, "\(field.identifier)", to: &writer)
                } else {
                    writer.line(field.type.write("\(local("writer"))", "\(field.identifier)"))
                }
            }
        }
    }

    private func writeBody(
        _ request: SwiftIdentifier,
        to writer: inout SwiftWriter,
        _ write: (MemberRenderer, inout SwiftWriter) -> Void
    ) {
        let members = MemberRenderer(
            index: index,
            writer: local("writer"),
            filling: local("filling"),
            isModel: false,
            arguments: operation.parameters.map(\.identifier)
        )
        let filling: SwiftCode = members.usesFilling(operation.body.members) ? "\(local("filling"))" : "_"
        writer.line("\(request).setBody { \(local("writer")), \(filling) in")
        writer.indented { write(members, &$0) }
        writer.line("}")
    }
}
