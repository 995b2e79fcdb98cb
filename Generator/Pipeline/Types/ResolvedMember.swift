@_spi(Generated) package import WaybillJSON

/// One member of an object on the wire, or of a query or the header fields.
package enum ResolvedMember: Sendable {
    /// A value that somebody gives.
    case field(ResolvedField)
    /// A value that is always the same.
    case constant(name: String, JSONValue)
    /// The value of an argument of the operation.
    case argument(String, ResolvedField)

    /// The field, where somebody gives its value.
    package var field: ResolvedField? {
        if case .field(let field) = self { field } else { nil }
    }

    /// The key under which it is written.
    package var wireName: String {
        switch self {
        case .field(let field), .argument(_, let field): field.wireName
        case .constant(let name, _): name
        }
    }

    /// The keys that it takes on the wire.
    package var wireKeys: [String] {
        switch self {
        case .field(let field), .argument(_, let field): field.wireKeys
        case .constant(let name, _): [name]
        }
    }

    /// The keys that it takes on the wire and in the arguments of an example, where a field goes by its name.
    var names: [String] {
        guard let field, !field.isFlattened, !field.keys.contains(field.name) else { return wireKeys }
        return [field.name] + field.keys
    }

    var isFlattened: Bool { field?.isFlattened ?? false }
}
