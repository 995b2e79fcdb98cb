import Pipeline
import WaybillJSON

/// Leaves out of an answer what its type does not have: a record is fuller than each answer made from it.
enum AnswerShape {
    /// The value with only those members that its model names or that the example shows.
    static func trim(_ value: JSONValue, as type: ResolvedType?, like example: JSONValue?) -> JSONValue {
        switch (type?.unwrapped, value) {
        case (nil, .object(let members)):
            return .object(JSONObject(members.filter { example?[$0.key] != nil }))
        case (.list(let element), .array(let elements)), (.batch(let element), .array(let elements)):
            return .array(elements.map { trim($0, as: element, like: example?[0]) })
        case (.model(let model), .object(let members)) where !model.isOpen:
            return .object(trim(members, model.value, like: example))
        default: return value
        }
    }

    private static func trim(_ members: JSONObject, _ model: ResolvedModel, like example: JSONValue?) -> JSONObject {
        var trimmed = JSONObject()
        for (key, value) in members {
            let member = model.member(key: key)
            guard member != nil || example?[key] != nil else { continue }
            // The members of a flattened value are not the value.
            let field = member?.field.flatMap { $0.isFlattened ? nil : $0 }
            trimmed[key] = field.map { trim(value, as: $0.type, like: example?[key]) } ?? value
        }
        return trimmed
    }
}
