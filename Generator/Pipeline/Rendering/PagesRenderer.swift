/// Writes the function that goes through the elements of all pages of an operation.
struct PagesRenderer {
    let api: API
    let client: ClientIR

    /// The function.
    func write(_ pages: PagesIR, of operation: OperationIR, to writer: inout SwiftWriter) {
        let signature = OperationSignature(own(pages, operation))
        writer.doc(documentation(pages, operation, signature))
        if let availability = signature.availability { writer.line(availability) }
        let declaration = SwiftLayout.call(
            "public func \(pages.name)",
            signature.builderParameters + [signature.optionsParameter]
        )
        let type: SwiftCode = "APIPages<\(client.name), \(signature.answer), \(pages.element.code)>"
        writer.block(declaration, suffix: " -> \(type)") { writer in
            let page = SwiftNaming.local("page", avoiding: signature.names)
            let previous = SwiftNaming.local("previous", avoiding: signature.names)
            writer.line("APIPages(")
            writer.indented { writer in
                writer.line("fetch: { \(page), \(previous) async throws(\(api.errors.name)) in")
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

    /// The operation with the arguments alone that stay the same on all pages.
    private func own(_ pages: PagesIR, _ operation: OperationIR) -> OperationIR {
        let others = [pages.page] + pages.carry.map(\.argument)
        var own = operation
        own.name = pages.name
        own.parameters = operation.parameters.filter { !others.contains($0.name) }
        own.key = .none
        return own
    }

    private func documentation(
        _ pages: PagesIR,
        _ operation: OperationIR,
        _ signature: OperationSignature
    ) -> DocComment {
        var comment = DocComment("All that `\(operation.name.text)` finds, from the first page to the last.", or: "")
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
        _ pages: PagesIR,
        _ operation: OperationIR,
        _ signature: OperationSignature,
        page: SwiftIdentifier,
        previous: SwiftIdentifier
    ) -> SwiftLayout {
        let arguments = operation.parameters.map { parameter -> SwiftLayout in
            let value: SwiftCode
            if parameter.name == pages.page {
                value = "\(page)"
            } else if let carry = pages.carry.first(where: { $0.argument == parameter.name }) {
                value = "\(previous)?\(chain(carry.path))"
            } else {
                value = "\(parameter.name)"
            }
            return .code(parameter.isUnlabelled ? value : "\(label: parameter.name): \(value)")
        }
        return .call(
            "\(member: operation.name)",
            arguments + [.code("\(label: OperationSignature(operation).options): \(signature.options)")]
        )
    }

    private func reading(_ pages: PagesIR, _ page: SwiftIdentifier) -> SwiftLayout {
        var arguments: [SwiftLayout] = [.code("items: \(page)\(items(pages))")]
        if !pages.hasMore.isEmpty { arguments.append(.code("hasMore: \(page)\(chain(pages.hasMore))")) }
        if !pages.total.isEmpty { arguments.append(.code("total: \(page)\(chain(pages.total))")) }
        return .call("PageReading", arguments)
    }

    private func items(_ pages: PagesIR) -> SwiftCode {
        var code = chain(pages.items)
        let isOptional = pages.items.contains(where: \.type.isOptional)
        if case .batch? = pages.items.last?.type.unwrapped {
            let mark: SwiftCode = pages.items.last?.type.isOptional == true ? "?" : ""
            code = "\(code)\(mark).elements"
        }
        return isOptional ? "\(code) ?? []" : code
    }

    /// One property after the other, each with its dot before it.
    private func chain(_ path: [PropertyIR]) -> SwiftCode {
        var code: SwiftCode = ""
        for (place, property) in path.enumerated() {
            let mark: SwiftCode = property.type.isOptional && place < path.count - 1 ? "?" : ""
            code = "\(code).\(member: property.name)\(mark)"
        }
        return code
    }
}
