import Pipeline
import WaybillJSON

/// Reads the parameters in the path, the query and the headers of a request, and checks them like fields.
struct ParameterCheck {
    private var check = ValueChecker(.request)
    /// The parameters that are there, by name.
    private(set) var values: [String: JSONValue] = [:]

    var problems: [ValueProblem] { check.problems }

    /// Takes all parameters of an operation from a request.
    mutating func take(_ operation: ResolvedOperation, path: [String: String], _ request: SandboxRequest) {
        for (name, text) in path { values[name] = .string(text) }
        take(operation.parameters(in: .path)) { path[$0] }
        let query = Self.query(request.query)
        take(operation.parameters(in: .query)) { name in query.first { $0.name == name }?.value }
        take(operation.parameters(in: .header)) { request.header($0) }
    }

    private mutating func take(_ fields: [ResolvedField], text: (String) -> String?) {
        for field in fields {
            let value = text(field.wireName).map { text -> JSONValue in
                switch field.type.unwrapped {
                case .format(let format): format.value(parsing: text)
                case .words(let words): words.value.value(parsing: text)
                default: .string(text)
                }
            }
            values[field.name] = value
            check.check(value, field, at: field.wireName)
        }
    }

    /// The parameters of a query, decoded, in its order.
    static func query(_ text: String) -> [(name: String, value: String)] {
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
