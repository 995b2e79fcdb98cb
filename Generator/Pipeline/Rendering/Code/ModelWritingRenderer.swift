/// Writes the function that writes a model as JSON.
struct ModelWritingRenderer {
    let model: Reference<ResolvedModel>
    let index: RequestIndex

    /// The function, and for a model that others flatten the one that writes its members alone.
    func write(to output: inout SwiftWriter) {
        let writer = index.local("writer", in: model)
        if index.isFlattened(.model(model)) { writeMembers(writer, to: &output) }
        output.doc("Writes the value as JSON, its members in the spec's order and the unknown ones after them.")
        output.block("public func encode(to \(writer): inout JSONWriter)") { output in
            output.line("\(writer).beginObject()")
            for member in model.members { write(member, writer, to: &output) }
            output.line("\(writer).endObject(\(model.extra))")
        }
    }

    private func writeMembers(_ writer: SwiftIdentifier, to output: inout SwiftWriter) {
        output.doc("Writes the members into an object that is open already.")
        output.block("func encodeMembers(to \(writer): inout JSONWriter)") { output in
            for member in model.members { write(member, writer, to: &output) }
            output.block("for (key, value) in \(model.extra)") { output in
                output.line("\(writer).key(key)")
                output.line("\(writer).value(value)")
            }
        }
        output.blank()
    }

    private func write(_ member: ResolvedMember, _ writer: SwiftIdentifier, to output: inout SwiftWriter) {
        switch member {
        case .argument: break
        case .constant(let wireName, let value):
            let members = MemberRenderer(index: index, writer: writer, filling: writer, arguments: [])
            output.line(members.constant(wireName, .json(value)))
        case .field(let property) where property.isFlattened:
            let mark: SwiftCode = property.type.isOptional ? "?" : ""
            output.line("\(property.identifier)\(mark).encodeMembers(to: &\(writer))")
        case .field(let property):
            let write = { (output: inout SwiftWriter) in
                property.write(property.key, to: writer, in: &output)
            }
            if isKeptBeside(property), let fallback = property.defaultLiteral {
                let condition: SwiftCode =
                    "\(property.identifier) != \(fallback.code) || \(model.extra)[\(text(property))] == nil"
                output.block("if \(condition)", write)
            } else {
                write(&output)
            }
        }
    }

    /// Whether an unreadable value stands among the unknown members while the property has its default.
    private func isKeptBeside(_ property: ResolvedField) -> Bool {
        !property.isStrict && !property.type.isOptional && property.defaultValue != nil
    }

    /// The property's key as a string.
    private func text(_ property: ResolvedField) -> SwiftCode {
        property.keys.count > 1 ? "\"\\(\(property.key))\"" : .literal(property.wireName)
    }
}
