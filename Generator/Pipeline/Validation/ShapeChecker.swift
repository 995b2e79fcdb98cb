import SpecYAML
import WaybillJSON

/// Compares a value of JSON with a type of the spec.
struct ShapeChecker {
    /// How strictly members are compared.
    enum Direction {
        /// A request or an argument: a member that the model does not know is a mistake.
        case request
        /// An answer: unknown members are ignored, lenient fields may hold anything.
        case answer
    }

    let table: TypeTable
    let direction: Direction

    /// What does not fit, with its path; nil if all fits.
    func fault(_ value: JSONValue, _ type: TypeExpression, at path: String = "") -> String? {
        switch type {
        case .optional(let wrapped): return value.isNull ? nil : fault(value, wrapped, at: path)
        case .list(let element), .batch(let element):
            guard let elements = value.arrayValue else { return wrong(value, "a list", path) }
            return first(elements.enumerated().map { ("\(path)[\($0)]", $1) }) { fault($1, element, at: $0) }
        case .map(let element):
            guard let object = value.objectValue else { return wrong(value, "an object", path) }
            return first(object.map { (joined(path, $0.key), $0.value) }) { fault($1, element, at: $0) }
        case .primitive(let word): return fault(value, word, path)
        case .named(let name): return fault(value, named: name, path)
        }
    }

    private func fault(_ value: JSONValue, _ word: TypeExpression.Primitive, _ path: String) -> String? {
        switch word {
        case .json: nil
        case .string, .timestamp, .english: value.stringValue == nil ? wrong(value, "text", path) : nil
        case .int: value.intValue == nil ? wrong(value, "a whole number", path) : nil
        case .double: value.numberValue == nil ? wrong(value, "a number", path) : nil
        case .bool: value.boolValue == nil ? wrong(value, "true or false", path) : nil
        case .object: value.objectValue == nil ? wrong(value, "an object", path) : nil
        case .id, .decimal, .epoch:
            value.stringValue == nil && value.numberValue == nil ? wrong(value, "text or a number", path) : nil
        case .textInt: isInt(value) ? nil : wrong(value, "a whole number or its digits", path)
        case .textBool: isBool(value) ? nil : wrong(value, "true or false or a word for it", path)
        case .commaList: isCommaList(value) ? nil : wrong(value, "a list of texts", path)
        }
    }

    private func fault(_ value: JSONValue, named name: String, _ path: String) -> String? {
        switch table[name] {
        case .model(let model):
            guard let object = value.objectValue else { return wrong(value, "an object", path) }
            return fault(object, model.fields, isOpen: model.free != nil, at: path)
        case .words: return value.stringValue == nil ? wrong(value, "text", path) : nil
        case .union(let union): return fault(value, union, path)
        case nil: return nil
        }
    }

    /// What does not fit into the fields of a model or body.
    func fault(_ object: JSONObject, _ fields: [Named<FieldSpec>], isOpen: Bool, at path: String = "") -> String? {
        for field in fields {
            if let fault = fault(object, field, at: path) { return fault }
        }
        guard direction == .request, !isOpen else { return nil }
        let known = Set(table.wireNames(fields))
        return object.keys.first { !known.contains($0) }.map { "\(SpecText.quoted(joined(path, $0))) is no field" }
    }

    private func fault(_ object: JSONObject, _ field: Named<FieldSpec>, at path: String) -> String? {
        if field.value.isSpread { return fault(spread: field.value, object, at: path) }
        let keys = field.value.keys.isEmpty ? [field.name.value] : field.value.keys.map(\.value)
        let found = keys.lazy.compactMap { object[$0] }.first
        if let always = field.value.always {
            return found == always.value ? nil : "\(SpecText.quoted(joined(path, keys[0]))) is not the constant"
        }
        guard let type = field.value.type?.value else { return nil }
        guard let found else {
            let isNeeded = !type.isOptional && field.value.defaultValue == nil && !isMade(field.value)
            return isNeeded ? "\(SpecText.quoted(joined(path, keys[0]))) is missing" : nil
        }
        if direction == .answer, field.value.isLenient || (found.isNull && field.value.defaultValue != nil) {
            return nil
        }
        return fault(found, type, at: joined(path, keys[0]))
    }

    /// The members of a spread value stand among the object's own.
    private func fault(spread field: FieldSpec, _ object: JSONObject, at path: String) -> String? {
        guard let type = field.type?.value, isAnyMember(of: type, in: object) || !type.isOptional else { return nil }
        switch table.named(type) {
        case .model(let model):
            return fault(object, model.fields.filter { !$0.value.isSpread }, isOpen: true, at: path)
        case .union(let union): return fault(.object(object), union, path)
        case .words, nil: return nil
        }
    }

    private func isAnyMember(of type: TypeExpression, in object: JSONObject) -> Bool {
        table.wireNames(ofSpread: type).contains { object[$0] != nil }
    }

    private func isInt(_ value: JSONValue) -> Bool {
        value.intValue != nil || value.stringValue.flatMap { Int($0) } != nil
    }

    private func isBool(_ value: JSONValue) -> Bool {
        value.boolValue != nil || value.stringValue.map { ["true", "false"].contains($0.lowercased()) } == true
    }

    private func isCommaList(_ value: JSONValue) -> Bool {
        value.stringValue != nil || value.arrayValue?.allSatisfy { $0.stringValue != nil } == true
    }

    private func isMade(_ field: FieldSpec) -> Bool {
        field.make != nil || field.filled != nil
    }

    private func fault(_ value: JSONValue, _ union: UnionSpec, _ path: String) -> String? {
        switch union.by.value {
        case .jsonType:
            let kind = Self.kind(value)
            let shape = union.cases.first { table.jsonTypes($0.value.type.value).contains(kind) }
            return shape.map { fault(value, $0.value.type.value, at: path) } ?? unknownShape(path)
        case .key:
            guard let object = value.objectValue else { return wrong(value, "an object", path) }
            guard let shape = union.cases.first(where: { object[$0.name.value] != nil }) else {
                return unknownShape(path)
            }
            let name = shape.name.value
            return object[name].flatMap { fault($0, shape.value.type.value, at: joined(path, name)) }
        case .tag, .field:
            guard let shape = union.shape(of: value) else { return unknownShape(path) }
            let checker = ShapeChecker(table: table, direction: .answer)
            guard let inner = shape.value.at?.value else {
                return checker.fault(value, shape.value.type.value, at: path)
            }
            let place = joined(path, inner)
            guard let found = value.member(at: inner) else { return "\(SpecText.quoted(place)) is missing" }
            return checker.fault(found, shape.value.type.value, at: place)
        }
    }

    private func unknownShape(_ path: String) -> String? {
        direction == .request ? "\(SpecText.quoted(path)) has none of the union's shapes" : nil
    }

    private func first(_ pairs: [(String, JSONValue)], _ check: (String, JSONValue) -> String?) -> String? {
        for (path, value) in pairs {
            if let fault = check(path, value) { return fault }
        }
        return nil
    }

    private func wrong(_ value: JSONValue, _ expected: String, _ path: String) -> String {
        let place = path.isEmpty ? "the value" : SpecText.quoted(path)
        return "\(place) is \(Self.kind(value)), not \(expected)"
    }

    private func joined(_ path: String, _ key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }

    /// The kind of a value in words, as `TypeTable.jsonTypes` has them.
    static func kind(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "text"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
