/// Writes a union as an enum with payloads, and its form on the wire.
struct UnionRenderer {
    let api: ResolvedAPI
    let index: RequestIndex
    let scope: TypeScope

    func render(_ union: Reference<ResolvedUnion>) -> GeneratedFile {
        var writer = SwiftWriter(scope)
        let types = union.cases.map(\.type) + (index.encoding(.union(union))?.arguments.map(\.type) ?? [])
        FileHeader.write(
            from: union.location.shownFile,
            foundation: types.reduce(into: []) { $0.formUnion($1.foundationTypes) },
            to: &writer
        )
        var comment = DocComment(union.about, or: "A value of one of several shapes.")
        comment.add("A later version may add cases: write `default:` or `@unknown default:`.")
        comment.add(union.certainty)
        writer.doc(comment)
        writer.line("@nonexhaustive")
        let keyword: SwiftCode = union.isRecursive ? "indirect enum" : "enum"
        let isByStatus = union.discriminator == .status
        let conformance: SwiftCode = isByStatus ? "JSONShape" : "JSONModel"
        writer.block("public \(keyword) \(union.identifier): \(conformance)") { writer in
            for shape in union.cases {
                var comment = DocComment(shape.about, or: "The shape `\(shape.wireName)`.")
                comment.add(shape.certainty)
                writer.doc(comment)
                writer.line("case \(shape.identifier)(\(shape.type.code))")
            }
            writer.doc("A shape that this version does not know, as it came.")
            writer.line("case unrecognized(JSONValue)")
            writeShared(union, to: &writer)
            writer.blank()
            writeReading(union, to: &writer)
            writer.blank()
            writer.doc("Writes the value as JSON.")
            writer.block("public func encode(to writer: inout JSONWriter)") { writer in
                UnionWritingRenderer(index: index).write(union, isFilling: false, to: &writer)
            }
        }
        writeLiterals(union, to: &writer)
        UnionRequestRenderer(index: index).write(union, to: &writer)
        return GeneratedFile(
            path: "\(api.folder(of: union.location))/\(union.identifier.text).swift",
            text: writer.text
        )
    }

    private func writeReading(_ union: Reference<ResolvedUnion>, to writer: inout SwiftWriter) {
        let isByStatus = union.discriminator == .status
        writer.doc(isByStatus ? "Reads the answer with a status from JSON." : "Reads the value from JSON.")
        let status: SwiftCode = isByStatus ? ", status: Int" : ""
        writer.block("public init?(from reader: inout JSONReader\(status))") { writer in
            UnionReadingRenderer().write(union, to: &writer)
        }
    }

    /// What an id alone and the whole object have in common.
    private func writeShared(_ union: Reference<ResolvedUnion>, to writer: inout SwiftWriter) {
        guard let (text, whole, field) = union.shared else { return }
        let name = SwiftNaming.member(field.name)
        writer.blank()
        let comment = "The `\(name.text)`, whether it came alone or in the whole object; nil of what is neither."
        writer.doc(DocComment(comment, or: ""))
        writer.block("public var \(name): String?") { writer in
            writer.line("switch self {")
            writer.line("case .\(member: text.identifier)(let text): text")
            writer.line("case .\(member: whole.identifier)(let whole): whole.\(member: field.identifier)")
            writer.line("case .unrecognized: nil")
            writer.line("}")
        }
    }

    /// Of the shapes of a union by type the first list, map and text can be written as literals.
    private func writeLiterals(_ union: Reference<ResolvedUnion>, to writer: inout SwiftWriter) {
        guard union.discriminator == .jsonType else { return }
        var seen: Set<String> = []
        for shape in union.cases {
            switch shape.type {
            case .list(let element):
                guard seen.insert("list").inserted else { continue }
                writeLiteral(of: union, "ExpressibleByArrayLiteral", "Makes a list from a literal.", to: &writer) {
                    writer in
                    writer.block("public init(arrayLiteral elements: \(element.code)...)") { writer in
                        writer.line("self = .\(member: shape.identifier)(elements)")
                    }
                }
            case .map(let element):
                guard seen.insert("map").inserted else { continue }
                writeLiteral(
                    of: union,
                    "ExpressibleByDictionaryLiteral",
                    "Makes a map from a literal; of members with the same key the last wins.",
                    to: &writer
                ) { writer in
                    writer.block("public init(dictionaryLiteral members: (String, \(element.code))...)") { writer in
                        writer.line("self = .\(member: shape.identifier)(Dictionary(members) { _, last in last })")
                    }
                }
            case .format(.string):
                guard seen.insert("string").inserted else { continue }
                writeLiteral(of: union, "ExpressibleByStringLiteral", "Makes a text from a literal.", to: &writer) {
                    writer in
                    writer.block("public init(stringLiteral text: String)") { writer in
                        writer.line("self = .\(member: shape.identifier)(text)")
                    }
                }
            default: continue
            }
        }
    }

    private func writeLiteral(
        of union: Reference<ResolvedUnion>,
        _ conformance: SwiftCode,
        _ about: StaticString,
        to writer: inout SwiftWriter,
        _ body: (inout SwiftWriter) -> Void
    ) {
        writer.blank()
        writer.block("extension \(type: union.identifier): \(conformance)") { writer in
            writer.doc(about)
            body(&writer)
        }
    }
}
