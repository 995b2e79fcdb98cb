/// Writes the file of a resource: its struct inside the client, its operations and its waiters.
struct ResourceRenderer {
    let api: ResolvedAPI
    let client: ResolvedClient
    let index: RequestIndex
    let scope: TypeScope

    func render(_ resource: ResolvedResource) -> GeneratedFile {
        var writer = SwiftWriter(scope)
        FileHeader.write(
            from: resource.location.shownFile,
            foundation: foundation(resource),
            to: &writer
        )
        writer.block("extension \(type: client.identifier)") { writer in
            var comment = DocComment(resource.about, or: "The operations of `\(resource.name)`.")
            comment.add(resource.certainty)
            writer.doc(comment)
            writer.block("public struct \(resource.type): Sendable") {
                $0.line("let client: \(type: client.identifier)")
            }
        }
        writer.blank()
        writer.block("extension \(type: client.identifier).\(member: resource.type)") { writer in
            for operation in resource.operations {
                writer.blank()
                OperationRenderer(api: api, client: client, index: index).write(operation, to: &writer)
            }
            for waiter in resource.waiters {
                writer.blank()
                WaiterRenderer(api: api).write(waiter, to: &writer)
            }
        }
        let name = "\(client.identifier.text)+\(resource.type.text).swift"
        return GeneratedFile(path: "\(resource.type.text)/\(name)", text: writer.text)
    }

    private func foundation(_ resource: ResolvedResource) -> Set<FoundationType> {
        let types = resource.operations.flatMap { operation in
            operation.parameters.map(\.type) + [operation.answer].compactMap(\.self)
                + operation.answerHeaders.map(\.type)
        }
        return types.reduce(into: []) { $0.formUnion($1.foundationTypes) }
    }
}
