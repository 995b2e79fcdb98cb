/// Writes what requests need of a union: the checks of its payloads, and the function that fills them.
struct UnionRequestRenderer {
    let index: RequestIndex

    /// The extensions, where there is anything to check or to fill.
    func write(_ union: Reference<ResolvedUnion>, to output: inout SwiftWriter) {
        if index.isChecked(.union(union)) {
            output.blank()
            writeChecks(union, to: &output)
        }
        if index.isFlattened(.union(union)) {
            output.blank()
            output.block("extension \(type: union.identifier)") { writeMembers(union, isFilling: false, to: &$0) }
        }
        if let encoding = index.encoding(.union(union)) {
            output.blank()
            writeFilling(union, encoding, to: &output)
        }
    }

    private func writeChecks(_ union: Reference<ResolvedUnion>, to output: inout SwiftWriter) {
        output.line("@_spi(Generated)")
        output.block("extension \(type: union.identifier): ArgumentCheckable") { output in
            output.doc("Checks the payload.")
            output.block("public func check(_ arguments: inout ArgumentChecker, at path: String)") { output in
                output.line("switch self {")
                for shape in union.cases {
                    let path: SwiftCode =
                        union.discriminator == .key ? "\"\\(path).\(bare: shape.identifier)\"" : "path"
                    let ofModel: SwiftCode? = index.isChecked(shape.type) ? "arguments.check(\(path), value)" : nil
                    guard let check = shape.type.check("arguments", path, "value") ?? ofModel else { continue }
                    output.line("case .\(member: shape.identifier)(let value): \(check)")
                }
                output.line("default: break")
                output.line("}")
            }
        }
    }

    /// Writes the function that writes a flattened union's one member, which a model does among its own.
    func writeMembers(_ union: Reference<ResolvedUnion>, isFilling: Bool, to output: inout SwiftWriter) {
        let arguments = isFilling ? index.encoding(.union(union))?.arguments ?? [] : []
        let parameters: [SwiftLayout] =
            [.code("to writer: inout JSONWriter")] + (isFilling ? [.code("filling: inout RequestFilling")] : [])
            + arguments.map { .code("\(parameter: $0.name): \($0.type.code)") }
        output.doc("Writes the one member into an object that is open already.")
        output.block(SwiftLayout.call("func encodeMembers", parameters)) { output in
            output.line("switch self {")
            for shape in union.cases {
                output.line("case .\(member: shape.identifier)(let value):")
                output.indented { output in
                    UnionWritingRenderer(index: index).write(shape, of: union, isFilling: isFilling, to: &output)
                }
            }
            output.line("case .unrecognized(let value):")
            output.indented { output in
                output.block("for (key, value) in value.objectValue ?? [:]") { output in
                    output.line("writer.key(key)")
                    output.line("writer.value(value)")
                }
            }
            output.line("}")
        }
    }

    private func writeFilling(
        _ union: Reference<ResolvedUnion>,
        _ encoding: RequestEncoding,
        to output: inout SwiftWriter
    ) {
        output.block("extension \(type: union.identifier)") { output in
            output.doc("Writes the value into a request, and makes what the caller left out.")
            let parameters: [SwiftLayout] =
                [.code("to writer: inout JSONWriter"), .code("filling: inout RequestFilling")]
                + encoding.arguments.map { .code("\(parameter: $0.name): \($0.type.code)") }
            output.block(SwiftLayout.call("func encode", parameters)) { output in
                UnionWritingRenderer(index: index).write(union, isFilling: true, to: &output)
            }
            if index.isFlattened(.union(union)) {
                output.blank()
                writeMembers(union, isFilling: true, to: &output)
            }
        }
    }
}
