@_spi(Generated) import WaybillWebhooks

/// Writes the union of a webhook's events: an enum that only a verified body is read into.
struct EventRenderer {
    let api: ResolvedAPI
    let scope: TypeScope

    func render(_ union: Reference<ResolvedUnion>) -> GeneratedFile {
        var writer = SwiftWriter(scope)
        FileHeader.write(
            from: union.location.shownFile,
            foundation: union.cases.reduce(into: []) { $0.formUnion($1.type.foundationTypes) },
            runtime: "WaybillWebhooks",
            to: &writer
        )
        var comment = DocComment(union.about, or: "An event that the service has sent.")
        comment.add("A later version may add cases: write `default:` or `@unknown default:`.")
        comment.add(union.certainty)
        writer.doc(comment)
        writer.line("@nonexhaustive")
        let keyword: SwiftCode = union.isRecursive ? "indirect enum" : "enum"
        writer.block("public \(keyword) \(union.identifier): ReceivableEvent, Hashable") { writer in
            for shape in union.cases {
                var comment = DocComment(shape.about, or: "An event.", tail: "`\(shape.wireName)`")
                comment.add(shape.certainty)
                writer.doc(comment)
                writer.line("case \(shape.identifier)(\(shape.type.code))")
            }
            writer.doc("An event of a type that this version does not know, or one that cannot be read, as it came.")
            writer.line("case unrecognized(UnrecognizedEvent)")
            writer.blank()
            writer.doc("The event as it came, where it was not recognized; nil where it was.")
            writer.block("public var unrecognizedEvent: UnrecognizedEvent?") { writer in
                writer.line("if case .unrecognized(let event) = self { event } else { nil }")
            }
            writer.blank()
            writer.doc("Reads an event; a webhook does so once the signature holds.")
            let type: SwiftCode = if case .header = union.discriminator { ", type: String?" } else { "" }
            writer.block("init?(from reader: inout JSONReader\(type))") { writeReading(union, to: &$0) }
        }
        return GeneratedFile(
            path: "\(api.folder(of: union.location))/\(union.identifier.text).swift",
            text: writer.text
        )
    }

    private func writeReading(_ union: Reference<ResolvedUnion>, to writer: inout SwiftWriter) {
        switch union.discriminator {
        case .field(let path, let absent, let isNormalised):
            let keys = path.keys.map { SwiftCode.literal($0) }
            let peek: SwiftCode =
                keys.count == 1 ? "peekString(\(keys[0]))" : "peekString(at: [\(.joined(keys, ", "))])"
            writer.line("let type = reader.\(peek)")
            writeShapes(union, absent, isNormalised, to: &writer)
        case .header(_, let absent, let isNormalised):
            writeShapes(union, absent, isNormalised, to: &writer)
        case .key, .jsonType, .member, .status, .tag:
            writer.line("guard let json = reader.value() else { return nil }")
            writer.line("self = .unrecognized(UnrecognizedEvent(type: nil, json: json))")
        }
    }

    private func writeShapes(
        _ union: Reference<ResolvedUnion>,
        _ absent: String?,
        _ isNormalised: Bool,
        to writer: inout SwiftWriter
    ) {
        writer.line("let event: \(type: union.identifier)? =")
        writer.indented { writer in
            writer.line(isNormalised ? "switch type.map({ WebhookEventName.dotted($0) }) {" : "switch type {")
            for shape in union.cases {
                guard let key = shape.presentKey else { continue }
                writer.cases(
                    ["nil where reader.hasMember(\(literal: key))"],
                    "\(read(shape)).map { .\(member: shape.identifier)($0) }"
                )
            }
            for shape in union.cases {
                let word = SwiftCode.literal(shape.wireName)
                writer.cases(
                    shape.wireName == absent ? ["nil", word] : [word],
                    "\(read(shape)).map { .\(member: shape.identifier)($0) }"
                )
            }
            writer.line("default: reader.value().map { .unrecognized(UnrecognizedEvent(type: type, json: $0)) }")
            writer.line("}")
        }
        if let key = union.cases.lazy.compactMap(\.path.keys.last).first {
            writer.line("if event == nil { reader.missing(\(literal: key)) }")
        }
        writer.line("guard !reader.hasFailed, let event else { return nil }")
        writer.line("self = event")
    }

    /// Which model is read is said by the value's type, and not by what follows.
    private func read(_ shape: ResolvedCase) -> SwiftCode {
        let keys = shape.path.keys.map { SwiftCode.literal($0) }
        switch (shape.type, keys.isEmpty) {
        case (.model(let model), true): return "\(type: model.identifier)(from: &reader)"
        case (.model(let model), false):
            return "reader.value(at: [\(.joined(keys, ", "))]) { \(type: model.identifier)(from: &$0) }"
        case (let type, true): return type.read("reader")
        case (let type, false): return "reader.value(at: [\(.joined(keys, ", "))]) { \(type.read("$0")) }"
        }
    }
}
