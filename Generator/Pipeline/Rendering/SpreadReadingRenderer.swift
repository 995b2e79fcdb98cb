/// Writes how a model reads a value whose members stand at the level of its own.
struct SpreadReadingRenderer {
    let model: ModelIR
    let index: DefinitionIndex
    let reader: SwiftIdentifier

    /// The members of a union by key, of which the first that is there counts, or those of a model, which were read before.
    func reads(_ property: PropertyIR) -> [MemberRead] {
        if let union = index.union(property.type) {
            return union.cases.map { shape in
                MemberRead(
                    key: shape.wireName,
                    condition: "\(property.name) == nil",
                    statements: [
                        "let value: \(shape.type.code)? = \(shape.type.read("\(reader)"))",
                        "\(property.name) = value.map { .\(member: shape.name)($0) }",
                    ]
                )
            }
        }
        return keys(property).map { MemberRead(key: $0, statements: ["\(reader).skip()"]) }
    }

    /// Reads the models that are spread, each from the whole object.
    func writeModels(to writer: inout SwiftWriter) {
        for property in model.properties where property.isSpread {
            guard let inner = index.model(property.type) else { continue }
            let start = model.local("start")
            writer.line("let \(start) = \(reader).mark()")
            let isThere = keys(property).map { "\(reader).hasMember(\(literal: $0))" as SwiftCode }
            let read: SwiftCode = "\(inner.name)(from: &\(reader))"
            if property.type.isOptional {
                writer.line("var \(property.name): \(inner.name)?")
                writer.block("if \(.joined(isThere, " || "))") { $0.line("\(property.name) = \(read)") }
            } else {
                writer.line("var \(property.name) = \(read)")
            }
            writer.line("guard !\(reader).hasFailed else { return nil }")
            // What it does not know is this model's to keep.
            writer.line("\(property.name)?.\(member: inner.extra) = JSONObject()")
            writer.line("\(reader).restore(\(start))")
        }
    }

    private func keys(_ property: PropertyIR) -> [String] {
        (index.model(property.type)?.members ?? []).flatMap { member -> [String] in
            if case .property(let property) = member { property.keys } else { [member.wireName] }
        }
    }
}
