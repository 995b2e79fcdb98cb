import WaybillJSON

/// Writes the statements that write members of an object into a request, filling what the caller left out.
struct MemberRenderer {
    let index: RequestIndex
    /// The local names of the writer and of what fills.
    let writer: SwiftIdentifier
    let filling: SwiftIdentifier
    /// Whether the members are a model's, which knows under which key one came.
    var isModel = true
    /// The operation's arguments that are in reach.
    let arguments: [SwiftIdentifier]

    /// Whether any of the members is made when the request is sent.
    func usesFilling(_ members: [ResolvedMember]) -> Bool {
        members.contains { member in
            guard let property = member.field else { return false }
            switch property.made {
            case .now?, .template?: return true
            case .value?, nil: return canFill(property.type)
            }
        }
    }

    /// The statements of one member.
    func write(_ member: ResolvedMember, to output: inout SwiftWriter) {
        switch member {
        case .constant(let wireName, let value): output.line(constant(wireName, .json(value)))
        case .argument(let name, let field):
            let argument = SwiftNaming.member(name)
            if arguments.contains(argument) {
                field.type.write(.literal(field.wireName), "\(argument)", to: writer, in: &output)
            }
        case .field(let property):
            if property.isFlattened {
                writeFlattened(property, to: &output)
            } else if canFill(property.type) {
                writeFilled(property, to: &output)
            } else if property.isNullable {
                property.write(key(property), to: writer, in: &output)
            } else {
                property.type.write(key(property), value(property), to: writer, in: &output)
            }
        }
    }

    private func key(_ property: ResolvedField) -> SwiftCode {
        isModel ? property.key : .literal(property.wireName)
    }

    /// The members of a flattened value, at this level.
    private func writeFlattened(_ property: ResolvedField, to output: inout SwiftWriter) {
        let mark: SwiftCode = property.type.isOptional ? "?" : ""
        var arguments: [SwiftLayout] = [.code("to: &\(writer)")]
        if canFill(property.type) {
            arguments.append(.code("filling: &\(filling)"))
            arguments += (index.encoding(property.type)?.arguments ?? []).map { .code("\(label: $0.name): \($0.name)") }
        }
        output.layout(.call("\(property.identifier)\(mark).encodeMembers", arguments))
    }

    /// The statement that writes a value which is always the same.
    func constant(_ wireName: String, _ value: SwiftValue) -> SwiftCode {
        switch value {
        case .json(.bool(_)), .json(.string(_)):
            "\(writer).member(\(literal: wireName), \(value.code))"
        case .json(.number(let number)) where ExactNumber.isLiteral(number.text):
            "\(writer).member(\(literal: wireName), \(value.code))"
        default: "\(writer).member(\(literal: wireName), \(value.code) as JSONValue)"
        }
    }

    private func value(_ property: ResolvedField) -> SwiftCode {
        guard property.type.isOptional else { return "\(property.identifier)" }
        switch property.made {
        case nil: return "\(property.identifier)"
        case .now?: return "\(property.identifier) ?? \(filling).now"
        case .value(let value)?: return "\(property.identifier) ?? \(value.code)"
        case .template(let template)?:
            let made: SwiftCode = "\(filling).make(\(literal: template.description))"
            guard let words = property.type.words else { return "\(property.identifier) ?? \(made)" }
            return "\(property.identifier) ?? \(type: words.identifier)(rawValue: \(made))"
        }
    }

    /// Whether the type's own function for requests can be called from here.
    func canFill(_ type: ResolvedType) -> Bool {
        guard let encoding = index.encoding(type) else { return false }
        return encoding.arguments.allSatisfy { arguments.contains($0.name) }
    }

    private func writeFilled(_ property: ResolvedField, to output: inout SwiftWriter) {
        if property.isNullable {
            output.line("if case .set(let \(property.identifier)) = \(property.identifier) {")
            output.indented { writeValue(property.type.unwrapped, property, to: &$0) }
            output.line("} else {")
            output.indented { property.write(key(property), to: writer, in: &$0) }
            output.line("}")
        } else if property.type.isOptional {
            output.block("if let \(property.identifier)") { output in
                writeValue(property.type.unwrapped, property, to: &output)
            }
        } else {
            writeValue(property.type, property, to: &output)
        }
    }

    private func writeValue(_ type: ResolvedType, _ property: ResolvedField, to output: inout SwiftWriter) {
        output.line("\(writer).key(\(key(property)))")
        writeFilled(type, "\(property.identifier)", to: &output)
    }

    /// The statements that write a value whose type has a function for requests.
    func writeFilled(_ type: ResolvedType, _ value: SwiftCode, to output: inout SwiftWriter) {
        switch type {
        case .list(let element):
            output.line("\(writer).beginArray()")
            output.block("for element in \(value)") { writeFilled(element, "element", to: &$0) }
            output.line("\(writer).endArray()")
        case .map(let element):
            output.line("\(writer).beginObject()")
            output.block("for (key, element) in \(value).sorted(by: { $0.key < $1.key })") { output in
                output.line("\(writer).key(key)")
                writeFilled(element, "element", to: &output)
            }
            output.line("\(writer).endObject()")
        default:
            let own = (index.encoding(type)?.arguments ?? []).map { SwiftLayout.code("\(label: $0.name): \($0.name)") }
            output.layout(
                .call("\(value).encode", [.code("to: &\(writer)"), .code("filling: &\(filling)")] + own)
            )
        }
    }
}
