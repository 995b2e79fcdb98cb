@_spi(Generated) package import WaybillJSON

/// The body of an operation's requests: an object of JSON.
package struct RequestBody: Sendable {
    /// What it has; empty: there is no body.
    package let members: [ResolvedMember]
    /// The fields of which at least one has to be given; empty: all of them may be missing.
    package let alternatives: [ResolvedField]
    /// The argument for members that the spec does not name, where callers are to fill it.
    package let additionalProperties: String?

    init(_ operation: OperationSpec, _ definitions: Definitions) {
        let members = definitions.members(operation.body)
        self.members = members
        alternatives = operation.atLeastOneOf.compactMap { name in
            members.lazy.compactMap(\.field).first { $0.name == name.value }
        }
        additionalProperties = operation.additionalProperties?.value
    }

    /// Whether requests have no body.
    package var isEmpty: Bool { members.isEmpty && !isOpen }

    /// Whether members that the spec does not name are expected.
    package var isOpen: Bool { additionalProperties != nil }

    /// The value that a body's bytes stand for; the caller says that it has to be an object.
    package func value(of bytes: [UInt8]) throws(JSONError) -> JSONValue {
        try JSONValue(parsing: bytes, options: JSONParsingOptions(duplicateKeys: .refuse))
    }
}
