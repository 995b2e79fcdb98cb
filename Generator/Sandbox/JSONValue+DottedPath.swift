import WaybillJSON

extension JSONValue {
    /// The value at a dotted path; the empty path is the value itself.
    func value(at path: String) -> JSONValue? {
        var value: JSONValue? = self
        for key in path.split(separator: ".") { value = value?[String(key)] }
        return value
    }

    /// Sets the value at a dotted path, making objects on the way; nil removes it.
    mutating func set(_ value: JSONValue?, at path: String) {
        set(value, at: path.split(separator: ".").map(String.init)[...])
    }

    /// Sets the value below these keys, whatever characters they have.
    mutating func set(_ value: JSONValue?, at keys: ArraySlice<String>) {
        guard let key = keys.first else {
            self = value ?? .null
            return
        }
        var object = objectValue ?? [:]
        if keys.count == 1 {
            object[key] = value
        } else if value != nil || object[key] != nil {
            var member = object[key] ?? .object([:])
            member.set(value, at: keys.dropFirst())
            object[key] = member
        }
        self = .object(object)
    }
}
