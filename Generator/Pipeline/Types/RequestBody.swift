@_spi(Generated) package import WaybillJSON
@_spi(Generated) package import WaybillRuntime

/// The body of an operation's requests: an object, as JSON or as a form.
package struct RequestBody: Sendable {
    /// Why bytes are no body.
    package enum Fault: Error {
        case json(JSONError)
        /// They are no form; the text says what is wrong with them.
        case form(String)
    }

    /// What it has; empty: there is no body.
    package let members: [ResolvedMember]
    /// The fields of which at least one has to be given; empty: all of them may be missing.
    package let alternatives: [ResolvedField]
    /// The argument for members that the spec does not name, where callers are to fill it.
    package let additionalProperties: String?
    package let encoding: BodyEncoding

    init(_ operation: OperationSpec, _ definitions: Definitions) {
        let members = definitions.members(operation.body)
        self.members = members
        alternatives = operation.atLeastOneOf.compactMap { name in
            members.lazy.compactMap(\.field).first { $0.name == name.value }
        }
        additionalProperties = operation.additionalProperties?.value
        encoding = operation.encoding?.value ?? .json
    }

    /// Whether requests have no body.
    package var isEmpty: Bool { members.isEmpty && !isOpen }

    /// Whether members that the spec does not name are expected.
    package var isOpen: Bool { additionalProperties != nil }

    /// The value that a body's bytes stand for; the caller says that it has to be an object.
    package func value(of bytes: [UInt8]) throws(Fault) -> JSONValue {
        switch encoding {
        case .json:
            do throws(JSONError) {
                return try JSONValue(parsing: bytes, options: JSONParsingOptions(duplicateKeys: .refuse))
            } catch {
                throw .json(error)
            }
        case .form(let notation):
            do throws(FormTree.Problem) {
                let tree = try FormTree(FormTree.fields(of: bytes), notation)
                return .object(FormReader(notation: notation).object(tree, members))
            } catch {
                throw .form(error.text)
            }
        }
    }

    /// How the fields of a form are encoded; nil for JSON, and for what is no form.
    func canonicalText(of bytes: [UInt8]) -> String? {
        guard case .form = encoding else { return nil }
        return (try? FormTree.fields(of: bytes)).map { FormText.text(of: $0) }
    }

    /// The bytes of a body as an example shows them: a form may have a line for each field.
    func text(shownAs text: String) -> String {
        guard case .form = encoding else { return text }
        return text.split(whereSeparator: \.isNewline).joined(separator: "&")
    }
}

extension RequestBody.Fault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .json(let error): "not JSON: \(error)"
        case .form(let problem): "no form: \(problem)"
        }
    }
}
