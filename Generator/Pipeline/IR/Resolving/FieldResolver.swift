/// Turns a field of the spec into a property, or into what is written without one.
struct FieldResolver {
    let table: DefinitionTable

    /// A field of a model or body; `arguments` are those of the operation where there is one.
    func member(_ field: Named<FieldSpec>, arguments: [Named<FieldSpec>] = []) -> MemberIR {
        let wireName = field.name.value
        if let constant = field.value.always { return .constant(wireName: wireName, constant.value) }
        if let filled = field.value.filled {
            let type = type(of: field.value)
            return .filled(wireName: wireName, argument: SwiftNaming.member(filled.value), type: type)
        }
        return .property(property(field))
    }

    /// A field that is a property or an argument.
    func property(_ field: Named<FieldSpec>) -> PropertyIR {
        let type = type(of: field.value)
        let wireName = field.value.keys.first?.value ?? field.name.value
        let values = ValueResolver(table: table)
        return PropertyIR(
            name: SwiftNaming.member(field.name.value, override: field.value.swiftName?.value),
            wireName: wireName,
            keys: field.value.keys.isEmpty ? [wireName] : field.value.keys.map(\.value),
            type: type,
            about: field.value.about?.value,
            defaultValue: field.value.defaultValue.flatMap { values.resolve($0.value, as: field.value.type?.value) },
            make: field.value.make.map { make($0.value, type: type) },
            isLenient: field.value.isLenient,
            isSpread: field.value.isSpread,
            constraints: constraints(field.value.constraints)
        )
    }

    private func type(of field: FieldSpec) -> SwiftType {
        field.type.map { TypeResolver(table: table).resolve($0.value) } ?? .json
    }

    private func make(_ template: String, type: SwiftType) -> MakeIR {
        if type.unwrapped == .date, template == "{now}" { return .now }
        if template.contains("{") { return .template(template) }
        if case .word(let name) = type.unwrapped { return .value(.unnamedWord(type: name, text: template)) }
        return .value(.string(template))
    }

    private func constraints(_ spec: ConstraintsSpec) -> ConstraintsIR {
        ConstraintsIR(
            min: spec.min?.value,
            max: spec.max?.value,
            pattern: spec.pattern?.value,
            minLength: spec.minLength?.value,
            maxLength: spec.maxLength?.value,
            minItems: spec.minItems?.value,
            maxItems: spec.maxItems?.value,
            isNotBlank: spec.notBlank?.value ?? false
        )
    }
}
