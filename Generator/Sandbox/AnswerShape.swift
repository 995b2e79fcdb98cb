import Pipeline
import WaybillJSON

/// Leaves out of an answer what its type does not have: a record is fuller than each answer made from it.
struct AnswerShape {
    let index: SpecIndex

    /// The value with only those members that its model names or that the example shows.
    func trim(_ value: JSONValue, as type: TypeExpression?, like example: JSONValue?) -> JSONValue {
        switch (type?.unwrapped, value) {
        case (nil, .object(let members)):
            return .object(JSONObject(members.filter { example?[$0.key] != nil }))
        case (.list(let element), .array(let elements)), (.batch(let element), .array(let elements)):
            return .array(elements.map { trim($0, as: element, like: example?[0]) })
        case (.named(let name), .object(let members)):
            guard let model = index.model(name), model.free == nil else { return value }
            return .object(trim(members, model, like: example))
        default: return value
        }
    }

    private func trim(_ members: JSONObject, _ model: ModelSpec, like example: JSONValue?) -> JSONObject {
        var trimmed = JSONObject()
        for (key, value) in members {
            let field = model.fields.first { WireKeys(index).of($0).contains(key) }
            guard field != nil || example?[key] != nil else { continue }
            trimmed[key] = field.map { trim(value, $0, like: example?[key]) } ?? value
        }
        return trimmed
    }

    /// A field that is spread has no key, so that its type is not that of the member.
    private func trim(_ value: JSONValue, _ field: Named<FieldSpec>, like example: JSONValue?) -> JSONValue {
        field.isSpread ? value : trim(value, as: field.type?.value, like: example)
    }
}
