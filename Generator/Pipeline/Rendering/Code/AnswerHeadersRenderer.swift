/// Writes the struct of the header fields that an operation's answers have, each with its type.
struct AnswerHeadersRenderer {
    let operation: ResolvedOperation

    /// What the documentation of the operation says of it.
    static func remark(_ operation: ResolvedOperation) -> String? {
        guard !operation.answerHeaders.isEmpty else { return nil }
        let type = operation.headersType.text
        return "``\(type)`` reads header fields of the answer: `\(type)(answer.http)`."
    }

    func write(to writer: inout SwiftWriter) {
        var comment = DocComment("Header fields of an answer to `\(operation.identifier.text)`.", or: "")
        comment.add("What did not come, or cannot be read, is nil; as it came it stands in `http.headers`.")
        writer.doc(comment)
        writer.block("public struct \(operation.headersType): Sendable, Hashable") { writer in
            for header in operation.answerHeaders {
                writer.blank()
                writer.doc(documentation(header))
                writer.line("public let \(header.identifier): \(header.type.code)?")
            }
            writer.blank()
            writeInitializer(to: &writer)
        }
    }

    private func documentation(_ header: ResolvedAnswerHeader) -> DocComment {
        let name = "The header field \(Markdown.code(header.name))."
        var comment = DocComment(header.about, or: name)
        if header.about != nil { comment.add(name) }
        comment.add(header.certainty)
        return comment
    }

    private func writeInitializer(to writer: inout SwiftWriter) {
        let http = SwiftNaming.local("http", avoiding: operation.answerHeaders.map(\.identifier))
        var comment = DocComment("Reads them from what came beside an answer's value, or with a failure.", or: "")
        comment.add("No answer makes this fail.")
        writer.doc(comment)
        writer.block("public init(_ \(http): ResponseMetadata)") { writer in
            for header in operation.answerHeaders {
                writer.shortBlock("\(header.identifier) = \(read(header, http))", element(of: header.type).read("$0"))
            }
        }
    }

    private func read(_ header: ResolvedAnswerHeader, _ http: SwiftIdentifier) -> SwiftCode {
        if case .list = header.type { return "\(http).headerList(\(literal: header.name))" }
        return "\(http).headerValue(\(literal: header.name))"
    }

    private func element(of type: ResolvedType) -> ResolvedType {
        if case .list(let element) = type { element } else { type }
    }
}
