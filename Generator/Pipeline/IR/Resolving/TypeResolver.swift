/// Turns a type of the spec into a type of Swift.
struct TypeResolver {
    let table: DefinitionTable

    /// The type, with its format on the wire.
    func resolve(_ expression: TypeExpression) -> SwiftType {
        switch expression {
        case .primitive(let primitive): resolve(primitive)
        case .named(let name): named(name)
        // Lists and maps hold no nil: JSON's null inside one is refused.
        case .list(let element): .list(resolve(element.unwrapped))
        case .map(let value): .map(resolve(value.unwrapped))
        case .batch(let element): .batch(resolve(element.unwrapped))
        case .optional(let wrapped): .optional(resolve(wrapped))
        }
    }

    private func resolve(_ primitive: TypeExpression.Primitive) -> SwiftType {
        switch primitive {
        case .string: .string
        case .int: .int
        case .double: .double
        case .bool: .bool
        case .decimal: .decimal
        case .timestamp: .date
        case .id: .identifier
        case .json: .json
        case .object: .object
        case .epoch: .epoch
        case .english: .english
        case .textBool: .textBool
        case .textInt: .textInt
        case .commaList: .commaList
        }
    }

    private func named(_ name: String) -> SwiftType {
        if table.model(name) != nil { return .model(SwiftNaming.type(name)) }
        if table.union(name) != nil { return .union(SwiftNaming.type(name)) }
        if table.enum(name) != nil { return .word(SwiftNaming.type(name)) }
        // A definition of that name comes first, so that an API may have its own.
        return name == "ErrorCode" ? .word(table.errorCodeName) : .json
    }
}
