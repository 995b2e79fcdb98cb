/// Writes how a model reads a value whose members stand at the level of its own.
struct FlattenedReadingRenderer {
    let model: Reference<ResolvedModel>
    let index: RequestIndex
    let reader: SwiftIdentifier

    /// The members of a union by key, of which the first that is there counts, or those of a model, which were read before.
    func reads(_ property: ResolvedField) -> [MemberRead] {
        if let union = property.type.union {
            return union.cases.map { shape in
                MemberRead(
                    key: shape.wireName,
                    condition: "\(property.identifier) == nil",
                    statements: [
                        "let value: \(shape.type.code)? = \(shape.type.read("\(reader)"))",
                        "\(property.identifier) = value.map { .\(member: shape.identifier)($0) }",
                    ]
                )
            }
        }
        let skip: SwiftCode =
            property.type.isOptional
            ? "if \(property.identifier) == nil { \(reader).keep(in: &\(model.extra)) } else { \(reader).skip() }"
            : "\(reader).skip()"
        return keys(property).map { MemberRead(key: $0, statements: [skip]) }
    }

    /// Reads the models that are flattened, each from the whole object.
    func writeModels(to writer: inout SwiftWriter) {
        var starts: [SwiftIdentifier] = []
        for property in model.fields where property.isFlattened {
            guard let inner = property.type.model else { continue }
            let start = index.local("start", in: model, besides: starts)
            starts.append(start)
            writer.line("let \(start) = \(reader).mark()")
            let isThere = keys(property).map { "\(reader).hasMember(\(literal: $0))" as SwiftCode }
            let read: SwiftCode = "\(type: inner.identifier)(from: &\(reader))"
            if property.type.isOptional {
                writer.line("var \(property.identifier): \(type: inner.identifier)?")
                writer.block("if \(.joined(isThere, " || "))") { $0.line("\(property.identifier) = \(read)") }
            } else {
                writer.line("var \(property.identifier) = \(read)")
            }
            if !property.type.isOptional { writer.line("guard !\(reader).hasFailed else { return nil }") }
            // What it does not know is this model's to keep, and so is what it could not read.
            let kept: SwiftCode = "\(property.identifier)?.\(member: inner.extra)"
            let names = SwiftCode.joined(keys(property).map { .literal($0) }, ", ")
            writer.line("\(model.extra).take([\(names)], from: \(kept) ?? [:])")
            writer.line("\(kept) = JSONObject()")
            writer.line("\(reader).giveUp(since: \(start))")
        }
    }

    private func keys(_ property: ResolvedField) -> [String] {
        property.type.model?.members.flatMap(\.wireKeys) ?? []
    }
}
