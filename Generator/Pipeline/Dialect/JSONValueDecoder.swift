import SpecYAML
import WaybillJSON

/// Turns a YAML value into a value of JSON.
enum JSONValueDecoder {
    /// Any value; nil and an error for a number that JSON does not have.
    static func value(_ node: YAMLNode, into log: inout DecodingLog) -> JSONValue? {
        guard let scalar = node.scalar else { return collection(node, into: &log) }
        if scalar.isNull { return .null }
        if let bool = scalar.bool { return .bool(bool) }
        if let number = scalar.number { return .number(number) }
        if scalar.double == nil { return .string(scalar.text) }
        let message = "JSON has no number \(SpecText.quoted(scalar.text)); quote it to make it text"
        log.lose(.json, message, at: node.location)
        return nil
    }

    /// A list or a mapping; nil for a scalar.
    static func collection(_ node: YAMLNode, into log: inout DecodingLog) -> JSONValue? {
        switch node.content {
        case .scalar: return nil
        case .sequence(let elements): return .array(elements.compactMap { value($0, into: &log) })
        case .mapping(let members):
            var pairs: [(key: String, value: JSONValue)] = []
            for member in members {
                if let value = value(member.value, into: &log) { pairs.append((member.key, value)) }
            }
            return .object(JSONObject(pairs))
        }
    }
}
