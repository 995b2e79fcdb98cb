/// Writes an open set of words as a struct with a static member for each word that is known.
struct EnumRenderer {
    /// The file.
    func render(_ definition: EnumIR) -> GeneratedFile {
        var writer = SwiftWriter()
        FileHeader.write(from: definition.source, to: &writer)
        var comment = DocComment(definition.about, or: "A word of an open set.")
        comment.add("An open set of words: one that this version does not know is kept as it came.")
        writer.doc(comment)
        writer.block("public struct \(definition.name): JSONWord, CustomStringConvertible") { writer in
            writer.doc("The word on the wire.")
            writer.line("public let rawValue: String")
            writer.blank()
            writer.doc("Makes the value from its word on the wire.")
            writer.block("public init(rawValue: String)") { $0.line("self.rawValue = rawValue") }
            writer.blank()
            for word in definition.words { write(word, of: definition, to: &writer) }
            writer.blank()
            writer.doc("The words that this version knows, in the spec's order.")
            write(definition.words.map(\.name), as: "known", of: definition, to: &writer)
            writeOrder(definition, to: &writer)
            writer.blank()
            writer.doc("The word on the wire.")
            writer.line("public var description: String { rawValue }")
        }
        let folder = definition.folder.isEmpty ? "" : definition.folder + "/"
        return GeneratedFile(path: "\(folder)\(definition.name.text).swift", text: writer.text)
    }

    private func write(_ word: WordIR, of definition: EnumIR, to writer: inout SwiftWriter) {
        let status = word.status.map { ", status \($0)" } ?? ""
        let tail = "`\(word.wireName)`\(status)"
        if word.about == nil {
            writer.doc(DocComment("The word \(tail).", or: ""))
        } else {
            writer.doc(DocComment(word.about, or: "", tail: tail))
        }
        writer.layout(
            .call("\(definition.name)", [.code("rawValue: \(literal: word.wireName)")]),
            prefix: "public static let \(word.name) = "
        )
    }

    private func write(
        _ words: [SwiftIdentifier],
        as name: SwiftCode,
        of definition: EnumIR,
        to writer: inout SwiftWriter
    ) {
        writer.layout(
            .array(words.map { .code(".\(member: $0)") }),
            prefix: "public static let \(name): [\(definition.name)] = "
        )
    }

    private func writeOrder(_ definition: EnumIR, to writer: inout SwiftWriter) {
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
                let words = definition.final.map { SwiftCode.literal($0.wireName) }
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

    private func writeAdvance(_ definition: EnumIR, hasEnd: Bool, to writer: inout SwiftWriter) {
        var comment = DocComment("Whether this word can only have come after another one.", or: "")
        comment.add(
            hasEnd
                ? "By `order` where both words are in it; else a final word comes after one that is not final."
                : "By `order`; of words that are not in it nothing is known."
        )
        writer.doc(comment)
        writer.block("public func advances(from other: \(definition.name)) -> Bool") { writer in
            writer.line("let places = (Self.order.firstIndex(of: other), Self.order.firstIndex(of: self))")
            writer.line("if case (let earlier?, let later?) = places { return earlier < later }")
            writer.line(hasEnd ? "return isFinal && !other.isFinal" : "return false")
        }
    }
}
