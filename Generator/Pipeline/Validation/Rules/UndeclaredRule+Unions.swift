import SpecYAML
@_spi(Generated) import WaybillJSON

extension UndeclaredRule {
    func checkReasons(
        _ union: Named<UnionSpec>,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let first = union.value.undeclared.first,
            let resolved = definitions.type(.named(union.name.value)).union?.value
        else { return }
        switch resolved.discriminator {
        case .status, .field, .header: diagnostics.error(id, alwaysKnown, at: first.name.location)
        case .key, .tag, .jsonType, .member:
            let known =
                resolved.discriminator == .jsonType
                ? resolved.cases.flatMap(\.type.jsonTypes).map(UnknownShape.word) : resolved.cases.map(\.wireName)
            for word in union.value.undeclared where known.contains(word.name.value) {
                diagnostics.error(id, declared(asCase: word.name.value), at: word.name.location)
            }
        }
    }
}

// MARK: - Messages

extension UndeclaredRule {
    func message(_ shape: UnknownShape) -> String {
        let nearest = shape.words.lazy.compactMap { word in
            Suggestion.nearest(to: word, among: shape.union.cases.map(\.wireName))
        }.first
        let fix = nearest.map { "is \(SpecText.quoted($0)) meant? Else add" } ?? "add"
        let place = shape.path.isEmpty ? "the value" : SpecText.quoted(shape.path)
        return
            "\(place) becomes 'unrecognized': \(shape.statement); \(fix) a case, or a reason under 'undeclared'"
    }

    private func declared(asCase word: String) -> String {
        "\(SpecText.quoted(word)) is a case of this union; leave it out here"
    }

    private var alwaysKnown: String {
        "every example of this union has one of its cases; leave 'undeclared' out"
    }
}
