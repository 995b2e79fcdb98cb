import SpecYAML
@_spi(Generated) import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// Turns the types and fields of a spec into what they mean.
struct TypeResolver {
    let table: [String: Definitions.Definition]
    /// Whether every name stood for something so far.
    private(set) var isComplete = true

    /// Resolves with these names.
    init(_ table: [String: Definitions.Definition]) {
        self.table = table
    }

    /// The type that an expression stands for.
    mutating func type(_ expression: TypeExpression) -> ResolvedType {
        switch expression {
        case .format(let format): return .format(format)
        case .named(let name): return named(name)
        // Lists and maps hold no nil: JSON's null inside one is refused.
        case .list(let element): return .list(type(element.unwrapped))
        case .map(let value): return .map(type(value.unwrapped))
        case .batch(let element): return .batch(type(element.unwrapped))
        case .optional(let wrapped): return .optional(type(wrapped))
        }
    }

    private mutating func named(_ name: String) -> ResolvedType {
        switch table[name] {
        case .model(let model): return .model(model)
        case .words(let words): return .words(words)
        case .union(let union): return .union(union)
        case nil:
            isComplete = false
            return .format(.json)
        }
    }

    /// A field of a model or body.
    mutating func member(_ field: Named<FieldSpec>) -> ResolvedMember {
        if let constant = field.value.always { return .constant(name: field.name.value, constant.value) }
        if let argument = field.value.fromArgument { return .argument(argument.value, self.field(field)) }
        return .field(self.field(field))
    }

    /// A field that somebody gives a value for.
    mutating func field(_ field: Named<FieldSpec>) -> ResolvedField {
        ResolvedField(
            name: field.name.value,
            swiftName: field.value.swiftName?.value,
            location: field.name.location,
            keys: field.value.keys.isEmpty ? [field.name.value] : field.value.keys.map(\.value),
            type: field.value.type.map { type($0.value) } ?? .format(.json),
            about: field.value.about?.value,
            defaultValue: field.value.defaultValue?.value,
            make: field.value.make.map { TextTemplate($0.value) },
            isStrict: field.value.isStrict,
            isFlattened: field.value.isFlattened,
            isNullable: field.value.isNullable,
            notation: field.value.encoding?.value ?? field.value.usualEncoding,
            isUnlabeled: field.value.isUnlabeled,
            allowedValues: field.value.allowedBy?.value,
            constraints: ValueConstraints(field.value.constraints),
            elementConstraints: field.value.elements.map { ValueConstraints($0) } ?? ValueConstraints(),
            uncheckedConstraints: field.value.unchecked.map { ValueConstraints($0) } ?? ValueConstraints(),
            certainty: field.value.certainty
        )
    }
}
