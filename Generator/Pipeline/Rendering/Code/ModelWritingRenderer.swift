/// Writes the function that writes a model as JSON.
struct ModelWritingRenderer {
    let model: Reference<ResolvedModel>
    let index: RequestIndex

    /// The function, and for a model that others spread the one that writes its members alone.
    func write(to output: inout SwiftWriter) {
        let writer = index.local("writer", in: model)
        if index.isSpread(.model(model)) { writeMembers(writer, to: &output) }
        output.doc("Writes the value as JSON, its members in the spec's order and the unknown ones after them.")
        output.block("public func encode(to \(writer): inout JSONWriter)") { output in
            output.line("\(writer).beginObject()")
            for member in model.members { write(member, writer, to: &output) }
            writeEnd(writer, to: &output)
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
        case .field(let property) where property.isSpread:
            let mark: SwiftCode = property.type.isOptional ? "?" : ""
            output.line("\(property.identifier)\(mark).encodeMembers(to: &\(writer))")
        case .field(let property):
            let write = { (output: inout SwiftWriter) in
                property.type.write(property.key, "\(property.identifier)", to: writer, in: &output)
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
        property.isLenient && !property.type.isOptional
    }

    /// Writes the unknown members, but for what stood there unread and has a value by now.
    private func writeEnd(_ writer: SwiftIdentifier, to output: inout SwiftWriter) {
        let lenient = model.fields.filter(\.isLenient)
        guard !lenient.isEmpty else { return output.line("\(writer).endObject(\(model.extra))") }
        if lenient.count == 1, let only = lenient.first {
            let line: SwiftCode =
                "\(writer).endObject(\(model.extra), omitting: \(isUnset(only)) ? [] : [\(text(only))])"
            return output.line(line)
        }
        let written = index.local("written", in: model)
        output.line("var \(written): [String] = []")
        for property in lenient {
            output.line("if \(isSet(property)) { \(written).append(\(text(property))) }")
        }
        output.line("\(writer).endObject(\(model.extra), omitting: \(written))")
    }

    /// The property's key as a string.
    private func text(_ property: ResolvedField) -> SwiftCode {
        property.keys.count > 1 ? "\"\\(\(property.key))\"" : .literal(property.wireName)
    }

    private func isSet(_ property: ResolvedField) -> SwiftCode { "\(property.identifier) != \(empty(property))" }

    private func isUnset(_ property: ResolvedField) -> SwiftCode { "\(property.identifier) == \(empty(property))" }

    private func empty(_ property: ResolvedField) -> SwiftCode {
        property.type.isOptional ? "nil" : property.defaultLiteral?.code ?? "nil"
    }
}
