import SpecYAML
import WaybillJSON

/// Turns a YAML value into a value of JSON: quoted scalars are text, plain ones what YAML 1.2's core takes them for.
enum JSONValueDecoder {
    /// Any value.
    static func value(_ node: YAMLNode, into log: inout DecodingLog) -> Located<JSONValue>? {
        plain(node, into: &log).map { Located($0, at: node.location) }
    }

    /// A value for a field: text where the type wants text, so that `1.10` stays `1.10`.
    static func value(
        _ node: YAMLNode,
        for type: TypeExpression?,
        into log: inout DecodingLog
    ) -> Located<JSONValue>? {
        guard let scalar = node.scalar, !scalar.isNull, wantsText(type) else { return value(node, into: &log) }
        return Located(.string(scalar.text), at: node.location)
    }

    /// An object.
    static func object(_ node: YAMLNode, into log: inout DecodingLog) -> Located<JSONObject>? {
        guard let members = node.mapping else {
            log.lose(.wrongKind, ScalarDecoder.expected("a mapping", found: node), at: node.location)
            return nil
        }
        return Located(object(members, into: &log), at: node.location)
    }

    /// A list.
    static func list(_ node: YAMLNode, into log: inout DecodingLog) -> Located<[JSONValue]>? {
        guard let elements = node.sequence else {
            log.lose(.wrongKind, ScalarDecoder.expected("a list", found: node), at: node.location)
            return nil
        }
        return Located(elements.compactMap { plain($0, into: &log) }, at: node.location)
    }

    private static func wantsText(_ type: TypeExpression?) -> Bool {
        switch type?.unwrapped {
        case .format(.string), .format(.id), .format(.timestamp), .format(.decimal),
            .format(.english):
            true
        default: false
        }
    }

    private static func object(_ members: [YAMLMember], into log: inout DecodingLog) -> JSONObject {
        var pairs: [(key: String, value: JSONValue)] = []
        for member in members {
            if let value = plain(member.value, into: &log) { pairs.append((member.key, value)) }
        }
        return JSONObject(pairs)
    }

    private static func plain(_ node: YAMLNode, into log: inout DecodingLog) -> JSONValue? {
        switch node.content {
        case .scalar(let scalar): return self.scalar(scalar, at: node.location, into: &log)
        case .sequence(let elements): return .array(elements.compactMap { plain($0, into: &log) })
        case .mapping(let members): return .object(object(members, into: &log))
        }
    }

    private static func scalar(
        _ scalar: YAMLScalar,
        at location: SourceLocation,
        into log: inout DecodingLog
    ) -> JSONValue? {
        if scalar.isNull { return .null }
        if let bool = scalar.bool { return .bool(bool) }
        if scalar.style == .plain, let number = JSONNumber(text: scalar.text) { return .number(number) }
        if let int = scalar.int { return .number(JSONNumber(int)) }
        guard let double = scalar.double else { return .string(scalar.text) }
        guard let number = JSONNumber(double) else {
            log.lose(.json, "JSON has no number \(Echo.quoted(scalar.text)); quote it to make it text", at: location)
            return nil
        }
        return .number(number)
    }
}
