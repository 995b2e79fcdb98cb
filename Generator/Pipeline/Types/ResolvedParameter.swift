@_spi(Generated) import WaybillJSON

/// An argument of an operation.
package struct ResolvedParameter: Sendable {
    package enum Place: Sendable, Hashable {
        case path
        case query
        case header
        case body
        /// Nowhere by itself: a field of the body takes it.
        case argument
        /// In the body, each of its members as one of the body's own.
        case additional
    }

    package let place: Place
    /// Its name, its type and what it must hold to.
    package let field: ResolvedField

    /// Whether it is this parameter of the operation.
    func isSame(as other: ResolvedParameter) -> Bool { place == other.place && field.name == other.field.name }
}

extension Definitions {
    /// The arguments of an operation in their order in Swift: of the path, those that fields of the body take, the body, the
    /// query, the headers, and further members of the body.
    func parameters(of operation: OperationSpec) -> [ResolvedParameter] {
        parameters(.path, operation.pathParameters) + parameters(.argument, operation.arguments)
            + parameters(.body, operation.body) + parameters(.query, operation.queryParameters)
            + parameters(.header, operation.headerParameters) + additional(operation)
    }

    /// What the arguments of an example can name: the operation's arguments, and its constants.
    func callMembers(of operation: OperationSpec) -> [ResolvedMember] {
        let parameters = parameters(of: operation).map { ResolvedMember.field($0.field) }
        let others = members(operation.queryParameters + operation.headerParameters + operation.body)
        let constants = others.filter { if case .constant = $0 { true } else { false } }
        return parameters + constants
    }

    private func additional(_ operation: OperationSpec) -> [ResolvedParameter] {
        guard let name = operation.additionalProperties else { return [] }
        var field = FieldSpec(location: name.location)
        field.type = Located(.format(.object), at: name.location)
        field.about = Located("Further members of the body, as they are to be sent.", at: name.location)
        field.defaultValue = Located([:], at: name.location)
        return parameters(.additional, [Named(name, field)])
    }

    private func parameters(
        _ place: ResolvedParameter.Place,
        _ fields: [Named<FieldSpec>]
    ) -> [ResolvedParameter] {
        members(fields).compactMap(\.field).map { ResolvedParameter(place: place, field: $0) }
    }
}
