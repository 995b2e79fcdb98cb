import SpecYAML
import WaybillJSON

extension Kind where Value == Located<JSONValue> {
    /// Any value: quoted scalars are text, plain ones what YAML 1.2's core takes them for.
    static var json: Kind {
        Kind<JSONValue>(.json) { JSONValueDecoder.value($0.value, into: &$1) }.located()
    }

    /// A value for a field: text where the type wants text.
    static func json(for type: TypeExpression?) -> Kind {
        Kind(.json) { member, log in
            guard let scalar = member.value.scalar, !scalar.isNull, wantsText(type) else {
                return json.decode(member, &log)
            }
            log.checkQuotes(of: member.value)
            return Located(.string(scalar.text), at: member.value.location)
        }
    }

    private static func wantsText(_ type: TypeExpression?) -> Bool {
        if case .format(let format) = type?.unwrapped { format.isText } else { false }
    }
}

extension Kind where Value == Located<JSONObject> {
    /// An object of any members.
    static var object: Kind {
        Kind(.object) { member, log in
            guard case .object(let object) = JSONValueDecoder.collection(member.value, into: &log) else {
                log.lose(.wrongKind, expected: "a mapping", found: member.value)
                return nil
            }
            return Located(object, at: member.value.location)
        }
    }
}

extension Kind where Value == Located<[JSONValue]> {
    /// A list of any values.
    static var array: Kind {
        Kind(.array(.json)) { member, log in
            guard case .array(let elements) = JSONValueDecoder.collection(member.value, into: &log) else {
                log.lose(.wrongKind, expected: "a list", found: member.value)
                return nil
            }
            return Located(elements, at: member.value.location)
        }
    }
}
