/// Writes a model as a struct: properties, initialisers, what is derived from them, and its form on the wire.
struct ModelRenderer {
    let api: ResolvedAPI
    let index: RequestIndex
    let scope: TypeScope

    func render(_ model: Reference<ResolvedModel>) -> GeneratedFile {
        var writer = SwiftWriter(scope)
        let types = model.fields.map(\.type) + (index.encoding(.model(model))?.arguments.map(\.type) ?? [])
        FileHeader.write(
            from: model.location.shownFile,
            foundation: types.reduce(into: []) { $0.formUnion($1.foundationTypes) },
            to: &writer
        )
        var comment = DocComment(model.about, or: "The model `\(model.identifier.text)`.")
        comment.add(model.notes)
        comment.add(model.certainty)
        writer.doc(comment)
        writer.block("public struct \(model.identifier): JSONModel") { writer in
            writeProperties(model, to: &writer)
            if model.fields.isEmpty { writeMembers(model, to: &writer) }
        }
        if !model.fields.isEmpty {
            // Beside the struct: it keeps the initializer that the compiler makes, which all others call.
            writer.blank()
            writer.block("extension \(model.identifier)") { writeMembers(model, to: &$0) }
        }
        ModelRequestRenderer(model: model, index: index).write(to: &writer)
        return GeneratedFile(
            path: "\(api.folder(of: model.location))/\(model.identifier.text).swift",
            text: writer.text
        )
    }

    private func writeMembers(_ model: Reference<ResolvedModel>, to writer: inout SwiftWriter) {
        if model.fields.isEmpty { writer.blank() }
        writeInitializer(model, to: &writer)
        PredicateRenderer().write(model, to: &writer)
        MoneyRenderer().write(model, to: &writer)
        writer.blank()
        ModelReadingRenderer(model: model, index: index).write(to: &writer)
        writer.blank()
        ModelWritingRenderer(model: model, index: index).write(to: &writer)
    }

    /// The properties, with the unknown members first: the initializer made by the compiler takes them in another order than the public one.
    private func writeProperties(_ model: Reference<ResolvedModel>, to writer: inout SwiftWriter) {
        let known =
            model.isOpen
            ? "Members of your own, beside those below."
            : "Members that the spec does not name, or that could not be read, as they came."
        writer.doc(DocComment(known, or: ""))
        writer.line("public var \(model.extra): JSONObject")
        for property in model.fields {
            writer.doc(documentation(property, in: model))
            writer.line("public var \(property.identifier): \(property.code)")
        }
        for property in model.fields where property.keys.count > 1 {
            writer.blank()
            let keys = SwiftLayout.array(property.keys.map { .code(.literal($0)) })
            writer.layout(keys, prefix: "private static let \(property.keysName): [StaticString] = ")
            writer.line(.comment("Which of them `\(property.identifier.text)` came under."))
            writer.line("private var \(property.keyName) = 0")
        }
    }

    private func documentation(_ property: ResolvedField, in model: Reference<ResolvedModel>) -> DocComment {
        var comment = DocComment(property.about, or: "The field `\(property.wireName)`.")
        var notes: [String?] = []
        if index.isSent(.model(model)) {
            notes += [ConstraintText.sentences(property), ConstraintText.need(property, among: model.alternatives)]
        }
        if property.keys.count > 1 {
            let keys = property.keys.map { "`\($0)`" }.joined(separator: ", ")
            notes.append(
                "Read from the first of these keys that is there, and written under the one that it came under: \(keys)."
            )
        }
        comment.add(notes.compactMap(\.self).joined(separator: " "))
        comment.add(property.certainty)
        return comment
    }

    private func writeInitializer(_ model: Reference<ResolvedModel>, to writer: inout SwiftWriter) {
        writer.doc(
            index.isSent(.model(model))
                ? "Makes a value from its members." : "Makes a value by hand, for tests and previews."
        )
        let parameters = model.fields.map { property -> SwiftLayout in
            let declaration: SwiftCode = "\(parameter: property.identifier): \(property.code)"
            if let value = property.defaultLiteral { return .code("\(declaration) = \(value.code)") }
            return .code(property.absence.map { "\(declaration) = \($0)" } ?? declaration)
        }
        let extra = SwiftLayout.code("\(parameter: model.extra): JSONObject = JSONObject()")
        writer.block(SwiftLayout.call("public init", parameters + [extra])) { writer in
            guard !model.fields.isEmpty else { return writer.line("self.\(member: model.extra) = \(model.extra)") }
            let values = ([model.extra] + model.fields.map(\.identifier)).map {
                SwiftLayout.code("\(label: $0): \($0)")
            }
            writer.layout(.call("self.init", values))
        }
    }
}

extension RequestIndex {
    /// A name for a local value that neither a property of the model has nor an argument that it is written with.
    func local(
        _ name: StaticString,
        in model: Reference<ResolvedModel>,
        besides others: [SwiftIdentifier] = []
    ) -> SwiftIdentifier {
        let arguments = encoding(.model(model))?.arguments.map(\.name) ?? []
        return SwiftNaming.local(name, avoiding: model.fields.map(\.identifier) + [model.extra] + arguments + others)
    }
}

extension ResolvedField {
    /// What keeps the place of the key under which the value came among ``keysName``.
    var keyName: SwiftIdentifier { SwiftIdentifier(forcing: "keyOf" + capitalized) }

    /// The constant that has all keys, in order of precedence.
    var keysName: SwiftIdentifier { SwiftIdentifier(forcing: "keysOf" + capitalized) }

    private var capitalized: String { identifier.text.prefix(1).uppercased() + identifier.text.dropFirst() }

    /// The key to write the value under: that under which it came.
    var key: SwiftCode { keys.count > 1 ? "Self.\(keysName)[\(keyName)]" : .literal(wireName) }
}
