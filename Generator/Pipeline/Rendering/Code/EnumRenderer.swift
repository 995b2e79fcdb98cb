/// Writes an open set of words as a struct with a static member for each word that is known.
struct EnumRenderer {
    let scope: TypeScope

    func render(_ definition: ResolvedEnum, folder: String) -> GeneratedFile {
        var writer = SwiftWriter(scope)
        FileHeader.write(from: definition.location.shownFile, to: &writer)
        let (noun, plural) = definition.isNumeric ? ("number", "numbers") : ("word", "words")
        let (root, raw): (SwiftCode, SwiftCode) =
            definition.isNumeric ? ("JSONNumberWord", "Int") : ("JSONWord", "String")
        var comment = DocComment(definition.about, or: "A \(noun) of an open set.")
        comment.add("An open set of \(plural): one that this version does not know is kept as it came.")
        comment.add(definition.certainty)
        writer.doc(comment)
        writer.block("public struct \(definition.identifier): \(root), CustomStringConvertible") { writer in
            writer.doc(DocComment("The \(noun) on the wire.", or: ""))
            writer.line("public let rawValue: \(raw)")
            writer.blank()
            writer.doc(DocComment("Makes the value from its \(noun) on the wire.", or: ""))
            writer.block("public init(rawValue: \(raw))") { $0.line("self.rawValue = rawValue") }
            writer.blank()
            for word in definition.words { write(word, of: definition, to: &writer) }
            writer.blank()
            writer.doc(DocComment("The \(plural) that this version knows, in the spec's order.", or: ""))
            write(definition.words, as: "known", of: definition, to: &writer)
            writeOrder(definition, to: &writer)
            writer.blank()
            writer.doc(DocComment("The \(noun) on the wire.", or: ""))
            let text: SwiftCode = definition.isNumeric ? "String(rawValue)" : "rawValue"
            writer.line("public var description: String { \(text) }")
        }
        return GeneratedFile(path: "\(folder)\(definition.identifier.text).swift", text: writer.text)
    }

    private func write(_ word: ResolvedWord, of definition: ResolvedEnum, to writer: inout SwiftWriter) {
        let status = word.status.map { ", status \($0)" } ?? ""
        let tail = "`\(word.name)`\(status)"
        var comment =
            word.about == nil
            ? DocComment("The \(definition.isNumeric ? "number" : "word") \(tail).", or: "")
            : DocComment(word.about, or: "", tail: tail)
        comment.add(word.certainty)
        writer.doc(comment)
        writer.layout(
            .call("\(type: definition.identifier)", [.code("rawValue: \(literal(word, of: definition))")]),
            prefix: "public static let \(word.identifier) = "
        )
    }

    private func literal(_ word: ResolvedWord, of definition: ResolvedEnum) -> SwiftCode {
        definition.isNumeric ? .number(digits: word.name) : .literal(word.name)
    }

    private func write(
        _ words: [ResolvedWord],
        as name: SwiftCode,
        of definition: ResolvedEnum,
        to writer: inout SwiftWriter
    ) {
        writer.layout(
            .array(words.map { .code(".\(member: $0.identifier)") }),
            prefix: "public static let \(name): [\(type: definition.identifier)] = "
        )
    }

    private func writeOrder(_ definition: ResolvedEnum, to writer: inout SwiftWriter) {
        let hasOrder = !definition.order.isEmpty
        let hasEnd = !definition.final.isEmpty
        if hasOrder {
            writer.blank()
            writer.doc("The words in the order in which they follow each other.")
            write(definition.order, as: "order", of: definition, to: &writer)
        }
        if hasEnd {
            writer.blank()
            writer.doc("Whether nothing comes after this word.")
            writer.block("public var isFinal: Bool") { writer in
                writer.line("switch rawValue {")
                let words = definition.final.map { literal($0, of: definition) }
                let whole: SwiftCode = "case \(.joined(words, ", ")): true"
                if whole.text.count + 8 <= SwiftWriter.width {
                    writer.line(whole)
                } else {
                    for word in words { writer.line("case \(word): true") }
                }
                writer.line("default: false")
                writer.line("}")
            }
        }
        if hasOrder {
            writer.blank()
            writeAdvance(definition, hasEnd: hasEnd, to: &writer)
        }
    }

    private func writeAdvance(_ definition: ResolvedEnum, hasEnd: Bool, to writer: inout SwiftWriter) {
        var comment = DocComment("Whether this word can only have come after another one.", or: "")
        comment.add(
            hasEnd
                ? "By `order` where both words are in it; else a final word comes after one that is not final."
                : "By `order`; of words that are not in it nothing is known."
        )
        writer.doc(comment)
        writer.block("public func advances(from other: \(type: definition.identifier)) -> Bool") { writer in
            writer.line("let places = (Self.order.firstIndex(of: other), Self.order.firstIndex(of: self))")
            writer.line("if case (let earlier?, let later?) = places { return earlier < later }")
            writer.line(hasEnd ? "return isFinal && !other.isFinal" : "return false")
        }
    }
}
