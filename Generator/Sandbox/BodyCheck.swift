import Pipeline
import WaybillJSON

/// Checks a body against the fields of an operation, and collects everything that is wrong.
struct BodyCheck {
    private let index: SpecIndex
    private(set) var messages: [FieldMessage] = []

    init(_ index: SpecIndex) {
        self.index = index
    }

    /// Checks an object against fields; keys without a field are refused unless they are free.
    mutating func check(_ object: JSONObject, _ fields: [Named<FieldSpec>], isFree: Bool, at path: String) {
        let keys = WireKeys(index)
        for field in fields {
            if field.isSpread {
                checkSpread(object, field, keys.of(field), at: path)
            } else {
                let key = field.wireNames.first { object[$0] != nil } ?? field.name.value
                check(object[key], field.value, at: Self.path(path, key))
            }
        }
        guard !isFree else { return }
        let known = Set(fields.flatMap(keys.of))
        for (key, _) in object where !known.contains(key) {
            refuse(Self.path(path, key), "is not a field that this operation has")
        }
    }

    /// Checks the members that belong to a value without a key of its own.
    private mutating func checkSpread(
        _ object: JSONObject,
        _ field: Named<FieldSpec>,
        _ keys: [String],
        at path: String
    ) {
        let members = JSONObject(object.filter { keys.contains($0.key) && !$0.value.isNull })
        guard let type = field.type?.value, Self.isRequired(field.value) || !members.isEmpty else { return }
        check(.object(members), type.unwrapped, at: path)
    }

    private static func path(_ path: String, _ key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }

    /// Checks the value of one field, which may be absent.
    mutating func check(_ value: JSONValue?, _ field: FieldSpec, at path: String) {
        if let constant = field.always {
            if let value, value != constant.value { refuse(path, "must be \(constant.value)") }
            return
        }
        guard let type = field.type?.value else { return }
        guard let value, !value.isNull else {
            if Self.isRequired(field) { refuse(path, value == nil ? "is required" : "must not be null") }
            return
        }
        let count = messages.count
        check(value, type.unwrapped, at: path)
        guard messages.count == count else { return }
        let plain = PrimitiveCheck.plain(value, type)
        for problem in ConstraintCheck(field.constraints).problems(of: plain) { refuse(path, problem) }
    }

    /// Whether a server cannot do without the field: what the client makes or presets may be missing.
    private static func isRequired(_ field: FieldSpec) -> Bool {
        field.type?.value.isOptional == false && field.defaultValue == nil && field.make == nil
    }

    private mutating func refuse(_ path: String, _ text: String) {
        messages.append(FieldMessage(path: path.isEmpty ? "the body" : path, text: text))
    }

    private mutating func check(_ value: JSONValue, _ type: TypeExpression, at path: String) {
        switch type {
        case .primitive(let primitive):
            if let problem = PrimitiveCheck.problem(of: value, primitive) { refuse(path, problem) }
        case .optional(let wrapped):
            if !value.isNull { check(value, wrapped, at: path) }
        case .list(let element), .batch(let element):
            guard let elements = value.arrayValue else { return refuse(path, "must be a list") }
            for (position, value) in elements.enumerated() { check(value, element, at: "\(path)[\(position)]") }
        case .map(let element):
            guard let members = value.objectValue else { return refuse(path, "must be an object") }
            for (key, value) in members { check(value, element, at: Self.path(path, key)) }
        case .named(let name): check(value, named: name, at: path)
        }
    }

    private mutating func check(_ value: JSONValue, named name: String, at path: String) {
        if let model = index.model(name) {
            guard let object = value.objectValue else { return refuse(path, "must be an object") }
            check(object, model.fields, isFree: model.free != nil, at: path)
        } else if let union = index.union(name) {
            check(value, union, at: path)
        } else if value.stringValue == nil {
            // Sets of words are open, so any text is one.
            refuse(path, "must be a string")
        }
    }

    private mutating func check(_ value: JSONValue, _ union: UnionSpec, at path: String) {
        switch union.by.value {
        case .key: checkByKey(value, union, at: path)
        case .jsonType:
            let matching = union.cases.first { fits(value, $0.type.value) }
            guard let matching else {
                return refuse(path, "must be \(oneOf(union.cases.map { describe($0.type.value) }))")
            }
            check(value, matching.type.value.unwrapped, at: path)
        case .tag(let tag):
            let words = union.cases.map { $0.tag?.value ?? $0.name.value }
            guard let position = words.firstIndex(where: { $0 == value[tag]?.stringValue }) else {
                return refuse(Self.path(path, tag), "must be \(oneOf(words))")
            }
            checkTagged(value, union.cases[position].type.value, tag, at: path)
        case .field(let place, _, _):
            guard let shape = EventName(index).shape(of: value, union) else {
                let words = union.cases.map { $0.tag?.value ?? $0.name.value }
                return refuse(Self.path(path, place), "must be \(oneOf(words))")
            }
            if let inner = value.value(at: shape.at?.value ?? "") { check(inner, shape.type.value.unwrapped, at: path) }
        }
    }

    private mutating func checkByKey(_ value: JSONValue, _ union: UnionSpec, at path: String) {
        let keys = union.cases.map(\.name.value)
        let present = keys.filter { value[$0] != nil }
        guard value.objectValue?.count == 1, let key = present.first, let inner = value[key] else {
            return refuse(path, "must be an object with exactly one key: \(oneOf(keys))")
        }
        for shape in union.cases where shape.name.value == key {
            check(inner, shape.type.value.unwrapped, at: Self.path(path, key))
        }
    }

    /// The tag stands beside the fields of the shape, which need not name it.
    private mutating func checkTagged(_ value: JSONValue, _ type: TypeExpression, _ tag: String, at path: String) {
        guard case .named(let name) = type.unwrapped, let model = index.model(name), var object = value.objectValue
        else {
            return check(value, type.unwrapped, at: path)
        }
        if !model.fields.contains(where: { $0.wireNames.contains(tag) }) { object[tag] = nil }
        check(object, model.fields, isFree: model.free != nil, at: path)
    }

    private func fits(_ value: JSONValue, _ type: TypeExpression) -> Bool {
        switch type.unwrapped {
        case .list, .batch: value.arrayValue != nil
        case .map: value.objectValue != nil
        case .named(let name): (index.enum(name) == nil ? value.objectValue != nil : value.stringValue != nil)
        case .primitive(let primitive): PrimitiveCheck.problem(of: value, primitive) == nil
        case .optional: value.isNull
        }
    }

    private func describe(_ type: TypeExpression) -> String {
        switch type.unwrapped {
        case .list, .batch: "a list"
        case .map, .primitive(.object): "an object"
        case .named(let name): index.enum(name) == nil ? "an object" : "a string"
        case .primitive(let primitive): PrimitiveCheck.description(of: primitive)
        case .optional: "null"
        }
    }

    private func oneOf(_ words: [String]) -> String {
        words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
    }
}
