/// Writes the function that goes through the elements of all pages of an operation.
struct PagesRenderer {
    let api: ResolvedAPI
    let client: ResolvedClient

    func write(_ pages: ResolvedPages, of operation: ResolvedOperation, to writer: inout SwiftWriter) {
        let signature = OperationSignature(operation, pages: pages)
        writer.doc(documentation(pages, operation, signature))
        if let availability = signature.availability { writer.line(availability) }
        let declaration = SwiftLayout.call(
            "public func \(signature.name)",
            signature.builderParameters + [signature.optionsParameter]
        )
        let type: SwiftCode = "APIPages<\(type: client.identifier), \(signature.answer), \(pages.element.code)>"
        writer.block(declaration, suffix: " -> \(type)") { writer in
            let page = SwiftNaming.local("page", avoiding: signature.names)
            let previous = SwiftNaming.local("previous", avoiding: signature.names)
            writer.line("APIPages(")
            writer.indented { writer in
                if pages.first != 1 { writer.line("from: \(pages.first),") }
                writer.line("fetch: { \(page), \(previous) async throws(\(type: api.errorName)) in")
                writer.indented { writer in
                    let call = call(pages, operation, signature, page: page, previous: previous)
                    writer.layout(call, prefix: "try await ")
                }
                writer.line("},")
                writer.line("reading: { \(page) in")
                writer.indented { $0.layout(reading(pages, page)) }
                writer.line("}")
            }
            writer.line(")")
        }
    }

    private func documentation(
        _ pages: ResolvedPages,
        _ operation: ResolvedOperation,
        _ signature: OperationSignature
    ) -> DocComment {
        var comment = DocComment(
            "All that `\(operation.identifier.text)` finds, from the first page to the last.",
            or: ""
        )
        comment.add(
            """
            Pages are fetched one after the other as the elements are asked for, none twice and none ahead. An error ends the \
            sequence; `pages` has the answers themselves.
            """
        )
        let options = [(name: signature.options.text, text: "Limits and headers for each page.")]
        comment.addParameters(signature.documentation + options)
        return comment
    }

    private func call(
        _ pages: ResolvedPages,
        _ operation: ResolvedOperation,
        _ signature: OperationSignature,
        page: SwiftIdentifier,
        previous: SwiftIdentifier
    ) -> SwiftLayout {
        let own = OperationSignature(operation)
        let arguments = operation.parameters.map { parameter -> SwiftLayout in
            let value: SwiftCode
            if parameter.isQuery(pages.page) {
                value = "\(page)"
            } else if let carried = pages.next.first(where: { parameter.isQuery($0.parameter) }) {
                value = "\(previous)?\(chain(carried.from))"
            } else {
                value = "\(parameter.identifier)"
            }
            return .code(parameter.field.isUnlabeled ? value : "\(label: parameter.identifier): \(value)")
        }
        let isTaken = (signature.names + [page, previous]).contains(own.name)
        let function: SwiftCode = isTaken ? "self.\(member: own.name)" : "\(own.name)"
        return .call(function, arguments + [.code("\(label: own.options): \(signature.options)")])
    }

    private func reading(_ pages: ResolvedPages, _ page: SwiftIdentifier) -> SwiftLayout {
        var arguments: [SwiftLayout] = [.code("items: \(page)\(items(pages))")]
        if let path = pages.hasMore { arguments.append(.code("hasMore: \(page)\(chain(path))")) }
        if let path = pages.total { arguments.append(.code("total: \(page)\(chain(path))")) }
        return .call("PageReading", arguments)
    }

    private func items(_ pages: ResolvedPages) -> SwiftCode {
        var code = chain(pages.items)
        let isOptional = pages.items.fields.contains(where: \.type.isOptional)
        if case .batch? = pages.items.fields.last?.type.unwrapped {
            let mark: SwiftCode = pages.items.fields.last?.type.isOptional == true ? "?" : ""
            code = "\(code)\(mark).elements"
        }
        return isOptional ? "\(code) ?? []" : code
    }

    /// One property after the other, each with its dot before it.
    private func chain(_ path: FieldPath) -> SwiftCode {
        var code: SwiftCode = ""
        for (place, field) in path.fields.enumerated() {
            let mark: SwiftCode = field.type.isOptional && place < path.fields.count - 1 ? "?" : ""
            let change: SwiftCode = field.isNullable ? ".value" : ""
            code = "\(code).\(member: field.identifier)\(change)\(mark)"
        }
        return code
    }
}

extension ResolvedParameter {
    /// Whether it is this parameter of the query.
    fileprivate func isQuery(_ field: ResolvedField) -> Bool { place == .query && self.field.name == field.name }
}
