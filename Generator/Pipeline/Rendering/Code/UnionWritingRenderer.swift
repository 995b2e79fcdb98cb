/// Writes the body of the function that writes a union as JSON.
struct UnionWritingRenderer {
    let index: RequestIndex

    /// The statements; a filling one hands on to payloads what makes their missing values.
    func write(_ union: Reference<ResolvedUnion>, isFilling: Bool, to output: inout SwiftWriter) {
        let isKeyed = union.discriminator == .key
        if isKeyed {
            output.line("if case .unrecognized(let value) = self { return writer.value(value) }")
            output.line("writer.beginObject()")
        }
        output.line("switch self {")
        for shape in union.cases {
            output.line("case .\(member: shape.identifier)(let value):")
            output.indented { write(shape, of: union, isFilling: isFilling, to: &$0) }
        }
        if isKeyed {
            output.line("case .unrecognized: break")
        } else {
            output.line("case .unrecognized(let value):")
            output.indented { $0.line("writer.value(value)") }
        }
        output.line("}")
        if isKeyed { output.line("writer.endObject()") }
    }

    /// The statements of one shape, inside the object where shapes are told apart by their keys.
    func write(
        _ shape: ResolvedCase,
        of union: Reference<ResolvedUnion>,
        isFilling: Bool,
        to output: inout SwiftWriter
    ) {
        let writer = SwiftIdentifier(made: "writer")
        switch union.discriminator {
        case .key:
            if isFilling, index.encoding(shape.type) != nil {
                output.line("writer.key(\(literal: shape.wireName))")
                writeValue(shape.type, "value", isFilling: true, to: &output)
            } else {
                shape.type.write(.literal(shape.wireName), "value", to: writer, in: &output)
            }
        case .jsonType, .member, .status, .field, .header:
            writeValue(shape.type, "value", isFilling: isFilling, to: &output)
        case .tag(let key):
            guard let holder = union.value.tagHolder(shape) else {
                return writeValue(shape.type, "value", isFilling: isFilling, to: &output)
            }
            output.line("var tagged = value")
            output.line("tagged.\(member: holder)[\(literal: key)] = \(literal: shape.wireName)")
            writeValue(shape.type, "tagged", isFilling: isFilling, to: &output)
        }
    }

    private func writeValue(_ type: ResolvedType, _ value: SwiftCode, isFilling: Bool, to output: inout SwiftWriter) {
        if isFilling, let encoding = index.encoding(type) {
            let members = MemberRenderer(
                index: index,
                writer: SwiftIdentifier(made: "writer"),
                filling: SwiftIdentifier(made: "filling"),
                arguments: encoding.arguments.map(\.name)
            )
            return members.writeFilled(type, value, to: &output)
        }
        output.line(type.write("writer", value))
    }
}
