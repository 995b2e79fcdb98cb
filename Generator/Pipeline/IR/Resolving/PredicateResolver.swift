import WaybillJSON

/// Turns the predicates of one model into conditions over its properties.
struct PredicateResolver {
    let table: DefinitionTable
    let fields: [Named<FieldSpec>]

    /// One predicate; nil where it names a field that is none, which the validator refuses.
    func resolve(_ predicate: Named<PredicateSpec>) -> PredicateIR? {
        condition(predicate.value).map {
            PredicateIR(name: SwiftNaming.member(predicate.name.value), condition: $0)
        }
    }

    private func condition(_ spec: PredicateSpec) -> ConditionIR? {
        switch spec {
        case .equals(let field, let values, let ignoringCase): equals(field.value, values.map(\.value), ignoringCase)
        case .prefix(let field, let prefix): property(field.value).map { .prefix($0, prefix.value) }
        case .present(let field): property(field.value).map { .present($0) }
        case .notEmpty(let field): property(field.value).map { .notEmpty($0) }
        case .any(let parts): .any(parts.compactMap { condition($0) })
        case .all(let parts): .all(parts.compactMap { condition($0) })
        }
    }

    private func equals(
        _ name: String,
        _ values: [PredicateSpec.PredicateValue],
        _ ignoringCase: Bool
    ) -> ConditionIR? {
        guard let field = field(name) else { return nil }
        let resolver = ValueResolver(table: table)
        let type = field.value.type?.value.unwrapped
        let resolved = values.compactMap { value -> SwiftValue? in
            if ignoringCase, case .text(let text) = value { return .string(text.lowercased()) }
            return resolver.resolve(json(value), as: type)
        }
        return .equals(FieldResolver(table: table).property(field), resolved, ignoringCase: ignoringCase)
    }

    private func json(_ value: PredicateSpec.PredicateValue) -> JSONValue {
        switch value {
        case .text(let text): .string(text)
        case .bool(let flag): .bool(flag)
        case .int(let number): .number(JSONNumber(number))
        }
    }

    private func property(_ name: String) -> PropertyIR? {
        field(name).map { FieldResolver(table: table).property($0) }
    }

    private func field(_ name: String) -> Named<FieldSpec>? {
        fields.first { $0.name.value == name }
    }
}
