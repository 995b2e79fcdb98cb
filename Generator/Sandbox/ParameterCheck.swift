import Pipeline
import WaybillJSON

/// Reads the parameters in the path, the query and the headers of a request, and checks them like fields.
struct ParameterCheck {
    private var check = ValueChecker(.request)
    /// The parameters that are there, by name.
    private(set) var values: [String: JSONValue] = [:]

    /// What is wrong with a query whose names lead nowhere.
    private var unread: [ValueProblem] = []

    /// What should be always the same, and is not.
    private var constants: [ValueProblem] = []

    var problems: [ValueProblem] { unread + check.problems + constants }

    /// Takes all parameters of an operation from a request.
    mutating func take(_ operation: ResolvedOperation, path: [String: String], _ request: SandboxRequest) {
        for (name, text) in path { values[name] = .string(text) }
        for field in operation.parameters(in: .path) {
            take(path[field.wireName].map { ParameterReader.value(of: $0, field.type) }, field)
        }
        let query = Self.query(request.query)
        for field in operation.parameters(in: .query) {
            do throws(ParameterReader.Fault) {
                take(try ParameterReader.value(of: field, inQuery: query), field)
            } catch {
                unread.append(ValueProblem(path: field.wireName, reason: .constraint(error.text)))
            }
        }
        for field in operation.parameters(in: .header) {
            take(ParameterReader.value(of: field, inHeader: request.lines(of: field.wireName)), field)
        }
        takeConstants(operation.query) { name in query.first { $0.name == name }?.value }
        takeConstants(operation.headers) { request.header($0) }
    }

    /// Constants of the query and the headers are those of every request: one that is missing is wrong too.
    private mutating func takeConstants(_ members: [ResolvedMember], _ text: (String) -> String?) {
        for case .constant(let name, let constant) in members where text(name) != constant.parameterText {
            constants.append(ValueProblem(path: name, reason: .notConstant(constant)))
        }
    }

    private mutating func take(_ value: JSONValue?, _ field: ResolvedField) {
        values[field.name] = value
        check.check(value, field, at: field.wireName)
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

extension JSONValue {
    /// A constant as it stands in a query or a header.
    var parameterText: String { stringValue ?? description }
}
