/// Writes the initialiser that reads a model from JSON.
///
/// It has no `try` and no long expression: the reader keeps the first fault to itself, which compiles several times
/// faster at scale than reads that throw.
struct ModelReadingRenderer {
    let model: Reference<ResolvedModel>
    let index: RequestIndex

    private var reader: SwiftIdentifier { index.local("reader", in: model) }

    private var members: SwiftIdentifier { index.local("members", in: model) }

    func write(to writer: inout SwiftWriter) {
        writer.doc("Reads the value from JSON.")
        let label: SwiftCode = reader.text == "reader" ? "from reader" : "from \(reader)"
        writer.block("public init?(\(label): inout JSONReader)") { writer in
            let reads = self.reads
            writeLocals(to: &writer)
            let keys = SwiftLayout.array(reads.map { .code(.literal($0.key)) })
            writer.layout(.call("JSONMembers", [keys]), prefix: "var \(members) = ")
            FlattenedReadingRenderer(model: model, index: index, reader: reader).writeModels(to: &writer)
            writer.line("\(reader).beginObject(\(literal: model.identifier.text))")
            writeMembers(reads, to: &writer)
            for property in model.fields where property.keys.count > 1 { writeChoice(property, to: &writer) }
            writeCheck(to: &writer)
            writeResult(to: &writer)
        }
    }

    private func writeLocals(to writer: inout SwiftWriter) {
        for property in model.fields where !property.isFlattened || property.type.union != nil {
            let type = property.isNullable ? property.code : property.type.unwrapped.code
            for name in locals(property) { writer.line("var \(name): \(type)?") }
        }
        writer.line("var \(model.extra) = JSONObject()")
        for property in model.fields where property.keys.count > 1 { writer.line("var \(property.keyName) = 0") }
    }

    /// The local values of a property: one for each key.
    private func locals(_ property: ResolvedField) -> [SwiftIdentifier] {
        let taken = model.fields.map(\.identifier) + [model.extra]
        let others = property.keys.indices.dropFirst().map { place -> SwiftIdentifier in
            var name = SwiftIdentifier(forcing: "\(property.identifier.text)\(place + 1)")
            while taken.contains(name) { name = SwiftIdentifier(forcing: name.text + "Other") }
            return name
        }
        return [property.identifier] + others
    }

    private func writeMembers(_ reads: [MemberRead], to writer: inout SwiftWriter) {
        let next: SwiftCode = "\(reader).nextKey(&\(members), keepingIn: &\(model.extra))"
        let keep: SwiftCode = "\(reader).keep(in: &\(model.extra))"
        guard !reads.isEmpty else { return writer.block("while \(next) != nil") { $0.line(keep) } }
        let place = index.local("place", in: model)
        writer.block("while let \(place) = \(next)") { writer in
            writer.line("switch \(place) {")
            for (place, read) in reads.enumerated() { read.write(place: place, to: &writer) }
            writer.line("default: \(keep)")
            writer.line("}")
        }
    }

    private var reads: [MemberRead] {
        model.members.flatMap { member -> [MemberRead] in
            switch member {
            case .constant(let key, _): [MemberRead(key: key, statements: ["\(reader).skip()"])]
            case .argument: []
            case .field(let field): reads(field)
            }
        }
    }

    private func reads(_ property: ResolvedField) -> [MemberRead] {
        if property.isFlattened {
            return FlattenedReadingRenderer(model: model, index: index, reader: reader).reads(property)
        }
        return zip(property.keys, locals(property)).map { key, name in
            MemberRead(key: key, statements: ["\(name) = \(value(property))"])
        }
    }

    private func value(_ property: ResolvedField) -> SwiftCode {
        if property.keys.count > 1 {
            return "\(reader).alias(keepingIn: &\(model.extra)) { \(property.type.read("$0")) }"
        }
        if property.isNullable { return "\(reader).change { \(property.type.read("$0")) }" }
        // Null is no value for a property that may be absent, though a JSON value of its own elsewhere.
        if property.type.isOptional, property.type.unwrapped == .format(.json) {
            return "\(reader).isNull() ? nil : \(reader).value()"
        }
        return property.type.read("\(reader)")
    }

    /// Of a property's keys the first that was there wins; what came under the others stays among the unknown members.
    private func writeChoice(_ property: ResolvedField, to writer: inout SwiftWriter) {
        for (place, name) in locals(property).enumerated().dropFirst() {
            let condition: SwiftCode = "\(property.identifier) == nil, \(name) != nil"
            writer.shortBlock("if \(condition)", "(\(property.identifier), \(property.keyName)) = (\(name), \(place))")
        }
        writer.shortBlock(
            "if \(property.identifier) != nil",
            "\(model.extra).removeValue(forKey: \"\\(\(property.key))\")"
        )
    }

    private func writeCheck(to writer: inout SwiftWriter) {
        for property in model.fields where property.isStrict {
            for key in property.keys { writer.line("\(reader).requireReadable(\(literal: key), \(members))") }
        }
        let required = model.fields.filter { !$0.type.isOptional && $0.defaultValue == nil }
        let conditions: [SwiftCode] = ["!\(reader).hasFailed"] + required.map { "let \($0.identifier)" }
        writer.guardBlock(conditions) { writer in
            // Only where something is missing; and by a pattern, since `==` would compare models as a whole.
            for property in required {
                let missing: SwiftCode = "\(reader).missing(\(literal: property.wireName), \(members))"
                writer.line("if case nil = \(property.identifier) { \(missing) }")
            }
            writer.line("return nil")
        }
    }

    /// Hands all values over at once: one after the other, the compiler copies a model of more than a few fields as a whole.
    private func writeResult(to writer: inout SwiftWriter) {
        let values = model.fields.map { property -> SwiftLayout in
            let value: SwiftCode
            if property.isNullable {
                value = "\(property.identifier) ?? .keep"
            } else if !property.type.isOptional, let fallback = property.defaultLiteral {
                value = "\(property.identifier) ?? \(fallback.code)"
            } else {
                value = "\(property.identifier)"
            }
            return .code("\(label: property.identifier): \(value)")
        }
        let keys = model.fields.filter { $0.keys.count > 1 }.map {
            SwiftLayout.code("\(label: $0.keyName): \($0.keyName)")
        }
        writer.layout(.call("self.init", [.code("\(label: model.extra): \(model.extra)")] + values + keys))
    }
}
