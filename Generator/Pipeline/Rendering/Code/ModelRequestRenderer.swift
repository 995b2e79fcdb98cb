/// Writes what requests need of a model: its checks, and the function that fills what the caller left out.
struct ModelRequestRenderer {
    let model: Reference<ResolvedModel>
    let index: RequestIndex

    /// The extensions, where there is anything to check or to fill.
    func write(to output: inout SwiftWriter) {
        if index.isChecked(.model(model)) {
            output.blank()
            writeChecks(to: &output)
        }
        if let encoding = index.encoding(.model(model)) {
            output.blank()
            output.block("extension \(type: model.identifier)") { writeFilling(encoding, to: &$0) }
        }
    }

    private func writeChecks(to output: inout SwiftWriter) {
        let checker = index.local("arguments", in: model)
        let path = index.local("path", in: model)
        let constraints = ConstraintRenderer(index: index, checker: checker)
        output.line("@_spi(Generated)")
        output.block("extension \(type: model.identifier): ArgumentCheckable") { output in
            output.doc("Checks the members, each named below the path.")
            output.block("public func check(_ \(checker): inout ArgumentChecker, at \(path): String)") { output in
                for property in model.fields {
                    let argument: SwiftCode = "\"\\(\(path)).\(bare: property.identifier)\""
                    let checks = constraints.statements(property, argument: argument, value: property.access)
                    for check in checks { check.write(to: &output) }
                }
                let needed = constraints.statement(anyOf: model.alternatives) { property in
                    "\"\\(\(path)).\(bare: property.identifier)\""
                }
                needed?.write(to: &output)
                if model.isOpen { writeFreeChecks(checker, path, to: &output) }
            }
        }
    }

    /// A key of the model's own among the free members would be written twice.
    private func writeFreeChecks(
        _ checker: SwiftIdentifier,
        _ path: SwiftIdentifier,
        to output: inout SwiftWriter
    ) {
        for property in model.fields {
            for key in property.keys {
                let reason = "must not have \(key): use \(property.identifier.text)"
                output.block("if \(model.extra)[\(literal: key)] != nil") { output in
                    output.line("\(checker).refuse(\"\\(\(path)).\(bare: model.extra)\", \(literal: reason))")
                }
            }
        }
    }

    private func writeFilling(_ encoding: RequestEncoding, to output: inout SwiftWriter) {
        let writer = index.local("writer", in: model)
        let own = index.local("filling", in: model)
        let names = encoding.arguments.map(\.name)
        let renderer = MemberRenderer(index: index, writer: writer, filling: own, arguments: names)
        output.doc("Writes the value into a request, and makes what the caller left out.")
        let parameters: [SwiftLayout] =
            [
                .code("to \(writer): inout JSONWriter"),
                .code(own.text == "filling" ? "filling: inout RequestFilling" : "filling \(own): inout RequestFilling"),
            ]
            + encoding.arguments.map { .code("\(parameter: $0.name): \($0.type.code)") }
        output.block(SwiftLayout.call("func encode", parameters)) { output in
            output.line("\(writer).beginObject()")
            for member in model.members { renderer.write(member, to: &output) }
            output.line("\(writer).endObject(\(model.extra))")
        }
        guard index.isFlattened(.model(model)) else { return }
        output.blank()
        output.doc("Writes the members into an object of a request that is open already.")
        output.block(SwiftLayout.call("func encodeMembers", parameters)) { output in
            for member in model.members { renderer.write(member, to: &output) }
            output.block("for (key, value) in \(model.extra)") { output in
                output.line("\(writer).key(key)")
                output.line("\(writer).value(value)")
            }
        }
    }
}
