/// An argument of an operation.
package struct ResolvedParameter: Sendable {
    package enum Place: Sendable, Hashable {
        case path
        case query
        case header
        case body
        /// Nowhere by itself: a field of the body takes it.
        case argument
    }

    package let place: Place
    /// Its name, its type and what it must hold to.
    package let field: ResolvedField
}

extension Definitions {
    /// The arguments of an operation in their order in Swift: of the path, those that fields of the body take, the body, the
    /// query, the headers.
    func parameters(of operation: OperationSpec) -> [ResolvedParameter] {
        parameters(.path, operation.pathParameters) + parameters(.argument, operation.arguments)
            + parameters(.body, operation.body) + parameters(.query, operation.queryParameters)
            + parameters(.header, operation.headerParameters)
    }

    /// What the arguments of an example can name: the operation's arguments, and its constants.
    func callMembers(of operation: OperationSpec) -> [ResolvedMember] {
        let parameters = parameters(of: operation).map { ResolvedMember.field($0.field) }
        return parameters + members(operation.queryParameters + operation.headerParameters).filter { $0.field == nil }
    }

    private func parameters(
        _ place: ResolvedParameter.Place,
        _ fields: [Named<FieldSpec>]
    ) -> [ResolvedParameter] {
        members(fields).compactMap(\.field).map { ResolvedParameter(place: place, field: $0) }
    }
}
