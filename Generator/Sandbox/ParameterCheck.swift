import Pipeline
import WaybillJSON

/// Reads the parameters in the path, the query and the headers of a request, and checks them like fields.
struct ParameterCheck {
    private var check: BodyCheck
    /// The parameters that are there, by name.
    private(set) var values: [String: JSONValue] = [:]

    init(_ index: SpecIndex) {
        check = BodyCheck(index)
    }

    /// What is wrong.
    var messages: [FieldMessage] { check.messages }

    /// Takes all parameters of an operation from a request.
    mutating func take(_ operation: OperationSpec, path: [String: String], _ request: SandboxRequest) {
        for (name, text) in path { values[name] = .string(text) }
        take(operation.pathParameters) { path[$0] }
        let query = Self.query(request.query)
        take(operation.queryParameters) { name in query.first { $0.name == name }?.value }
        take(operation.headerParameters) { request.header($0) }
    }

    private mutating func take(_ fields: [Named<FieldSpec>], text: (String) -> String?) {
        for field in fields {
            let name = field.wireNames.first ?? field.name.value
            let type = field.type?.value ?? .primitive(.string)
            let value = text(name).map { PrimitiveCheck.value(of: $0, type) ?? .string($0) }
            values[field.name.value] = value
            check.check(value, field.value, at: name)
        }
    }

    private static func query(_ text: String) -> [(name: String, value: String)] {
        text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (decode(parts[0]), parts.count > 1 ? decode(parts[1]) : "")
        }
    }

    private static func decode(_ text: Substring) -> String {
        let spaced = text.replacing("+", with: " ")
        return PercentDecoding.decode(spaced) ?? String(text)
    }
}
