@_spi(Generated) package import WaybillJSON

/// The body of an operation's requests: an object of JSON.
package struct RequestBody: Sendable {
    /// What it has; empty: there is no body.
    package let members: [ResolvedMember]

    init(_ operation: OperationSpec, _ definitions: Definitions) {
        members = definitions.members(operation.body)
    }

    /// Whether requests have no body.
    package var isEmpty: Bool { members.isEmpty }

    /// The value that a body's bytes stand for; the caller says that it has to be an object.
    package func value(of bytes: [UInt8]) throws(JSONError) -> JSONValue {
        try JSONValue(parsing: bytes, options: JSONParsingOptions(duplicateKeys: .refuse))
    }
}
