@_spi(Generated) import WaybillRuntime

/// Writes the further members of error bodies as properties of the error.
struct ErrorFieldRenderer {
    /// The properties, and the function that reads them.
    func write(_ fields: [ResolvedErrorField], to writer: inout SwiftWriter) {
        guard !fields.isEmpty else { return }
        for field in fields {
            writer.blank()
            var comment = DocComment(field.about, or: "A member of the refusal's body.")
            comment.add("Nil where the server did not answer, or says nothing of it.")
            comment.add(field.certainty)
            writer.doc(comment)
            let reads = field.paths.map { read(field, at: $0) }
            let head: SwiftCode = "public var \(field.identifier): \(field.type.code)?"
            writer.shortBlock(head, .joined(reads, " ?? "))
        }
        writer.blank()
        writer.doc("A member of the refusal's body; nil where it is not there or has another shape.")
        writer.block(
            "private func member<Value>(at path: [StaticString], _ read: (inout JSONReader) -> Value?) -> Value?"
        ) {
            writer in
            writer.line("guard case .answered = report.kind, let body = report.http?.body else { return nil }")
            writer.line("return try? JSONReader.read(body) { $0.value(at: path, read) }")
        }
    }

    private func read(_ field: ResolvedErrorField, at path: DottedPath) -> SwiftCode {
        let keys = path.keys.map { SwiftCode.literal($0) }
        return "member(at: [\(.joined(keys, ", "))]) { \(field.type.read("$0")) }"
    }
}
