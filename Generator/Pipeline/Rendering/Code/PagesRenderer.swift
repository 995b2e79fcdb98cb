/// Writes the function that goes through the elements of all pages of an operation.
struct PagesRenderer {
    let api: ResolvedAPI
    let client: ResolvedClient

    func write(_ pages: ResolvedPages, of operation: ResolvedOperation, to writer: inout SwiftWriter) {
        let signature = OperationSignature(operation, pages: pages)
        writer.doc(documentation(operation, signature))
        if let availability = signature.availability { writer.line(availability) }
        let declaration = SwiftLayout.call(
            "public func \(signature.name)",
            signature.builderParameters + [signature.optionsParameter]
        )
        let type: SwiftCode = "APIPages<\(type: client.identifier), \(signature.answer), \(pages.element.code)>"
        writer.block(declaration, suffix: " -> \(type)") { writer in
            writer.line("APIPages(")
            writer.indented { writer in
                writer.line("\(reference("client", besides: signature.names)),")
                writer.line("\(literal: operation.id),")
                writer.line("by: \(walk(pages.course)),")
                let turn = SwiftNaming.local("turn", avoiding: signature.names)
                writer.line("fetch: { \(turn) async throws(\(type: api.errorName)) in")
                writer.indented { fetch(pages, operation, signature, turn, to: &$0) }
                writer.line("},")
                writer.line("reading: { answer in")
                writer.indented { $0.layout(PageReadingRenderer(pages: pages, operation: operation).layout) }
                writer.line("}")
            }
            writer.line(")")
        }
    }

    private func documentation(_ operation: ResolvedOperation, _ signature: OperationSignature) -> DocComment {
        var comment = DocComment(
            "All that `\(operation.identifier.text)` finds, from the first page to the last.",
            or: ""
        )
        comment.add(
            """
            Pages are fetched one after the other as the elements are asked for, none twice and none ahead. An error ends the \
            sequence and says where it stopped; `resuming(at:)` goes on from there. `pages` has the pages themselves.
            """
        )
        let options = [(name: signature.options.text, text: "Limits and headers for each page.")]
        comment.addParameters(signature.documentation + options)
        return comment
    }

    private func walk(_ course: ResolvedPages.Course) -> SwiftCode {
        switch course {
        case .page(_, let first): ".numbers(from: \(first))"
        case .offset(_, let first): ".offsets(from: \(first))"
        case .cursor: ".cursors"
        case .link(_, let hosts):
            hosts.isEmpty ? ".links()" : ".links(hosts: [\(.joined(hosts.map { .literal($0) }, ", "))])"
        }
    }

    private func fetch(
        _ pages: ResolvedPages,
        _ operation: ResolvedOperation,
        _ signature: OperationSignature,
        _ turn: SwiftIdentifier,
        to writer: inout SwiftWriter
    ) {
        let own = OperationSignature(operation)
        let arguments = operation.parameters.map { parameter -> SwiftLayout in
            let value = value(of: parameter, pages, turn)
            return .code(parameter.field.isUnlabeled ? value : "\(label: parameter.identifier): \(value)")
        }
        guard case .link = pages.course else {
            let isTaken = (signature.names + [turn]).contains(own.name)
            let function: SwiftCode = isTaken ? "self.\(member: own.name)" : "\(own.name)"
            let call = SwiftLayout.call(function, arguments + [.code("\(label: own.options): \(signature.options)")])
            return writer.layout(call, prefix: "try await ")
        }
        let request = SwiftNaming.local("request", avoiding: signature.names + [turn])
        writer.layout(.call("Self.\(member: own.name)", arguments), prefix: "let \(request) = ")
        let client = reference("client", besides: signature.names + [turn, request])
        let next: SwiftLayout = .code("\(request).following(\(turn))")
        writer.layout(
            .call("\(client).send", [next, .code("options: \(signature.options)")]),
            prefix: "return try await "
        )
    }

    /// What an argument is on a page: what the page asks for, or what is the same on all.
    private func value(of parameter: ResolvedParameter, _ pages: ResolvedPages, _ turn: SwiftIdentifier) -> SwiftCode {
        let isNumber = parameter.type.unwrapped == .format(.int)
        if pages.next.contains(where: { $0.parameter.isSame(as: parameter) }) {
            let name = parameter.field.wireName
            return isNumber ? "\(turn).carriedNumber(\(literal: name))" : "\(turn).carried(\(literal: name))"
        }
        guard pages.parameter?.isSame(as: parameter) == true else { return "\(parameter.identifier)" }
        guard case .cursor = pages.course else { return "\(turn).number" }
        return isNumber ? "\(turn).cursorNumber" : "\(turn).cursor"
    }
}
