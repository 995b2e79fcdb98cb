import WaybillJSON

/// Turns a value of the spec into a value of Swift, by its type: defaults, and the arguments of examples.
struct ValueResolver {
    let table: DefinitionTable

    /// The value; nil where it is none of the type.
    func resolve(_ value: JSONValue, as type: TypeExpression?) -> SwiftValue? {
        guard let type else { return .json(value) }
        switch type {
        case .optional(let wrapped): return value.isNull ? SwiftValue.none : resolve(value, as: wrapped)
        case .primitive(let primitive): return resolve(value, as: primitive)
        case .list(let element), .batch(let element):
            guard let elements = value.arrayValue else { return nil }
            return all(elements.map { resolve($0, as: element) }).map { .list($0) }
        case .map(let element):
            guard let object = value.objectValue else { return nil }
            return all(
                object.map { member in
                    resolve(member.value, as: element).map { SwiftValue.Member(key: member.key, value: $0) }
                }
            ).map { .map($0) }
        case .named(let name): return resolve(value, named: name)
        }
    }

    private func resolve(_ value: JSONValue, as primitive: TypeExpression.Primitive) -> SwiftValue? {
        switch primitive {
        case .string: value.stringValue.map { .string($0) }
        case .int: value.intValue.map { .number(String($0)) }
        case .double: value.numberValue.map { .number($0.text) }
        case .bool: value.boolValue.map { .bool($0) }
        case .decimal: (value.stringValue ?? value.numberValue?.text).map { .decimal($0) }
        case .timestamp: value.stringValue.map { .date($0) }
        case .id: (value.stringValue ?? value.numberValue?.text).map { .string($0) }
        case .epoch: (value.numberValue?.text ?? value.stringValue).map { .epoch($0) }
        case .english: value.stringValue.map { .english($0) }
        case .textBool: bool(value).map { .bool($0) }
        case .textInt: (value.intValue ?? value.stringValue.flatMap { Int($0) }).map { .number(String($0)) }
        case .commaList: texts(value).map { .list($0.map { .string($0) }) }
        case .json, .object: .json(value)
        }
    }

    private func bool(_ value: JSONValue) -> Bool? {
        value.boolValue ?? value.stringValue.flatMap { Bool($0.lowercased()) }
    }

    private func texts(_ value: JSONValue) -> [String]? {
        if let elements = value.arrayValue { return all(elements.map(\.stringValue)) }
        return value.stringValue?.split(separator: ",").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }

    private func resolve(_ value: JSONValue, named name: String) -> SwiftValue? {
        if let model = table.model(name) { return value.objectValue.map { resolve($0, as: model, named: name) } }
        if let union = table.union(name) { return resolve(value, as: union) }
        return value.stringValue.map { word($0, of: name) }
    }

    private func word(_ text: String, of name: String) -> SwiftValue {
        if let word = table.enum(name)?.values.first(where: { $0.name.value == text }) {
            return .word(SwiftNaming.member(text, override: word.value.swiftName?.value))
        }
        if table.enum(name) == nil, let code = table.spec.errors.codes.first(where: { $0.name.value == text }) {
            return .word(SwiftNaming.member(text, override: code.value.swiftName?.value))
        }
        let type = table.enum(name) == nil ? table.errorCodeName : SwiftNaming.type(name)
        return .unnamedWord(type: type, text: text)
    }

    private func resolve(_ object: JSONObject, as model: ModelSpec, named name: String) -> SwiftValue {
        var arguments: [SwiftValue.Argument] = []
        var known: Set<String> = []
        for field in model.fields {
            let label = SwiftNaming.member(field.name.value, override: field.value.swiftName?.value)
            if field.value.isSpread, let type = field.value.type?.value.unwrapped {
                let keys = table.spreadKeys(type)
                known.formUnion(keys)
                let members = JSONObject(object.filter { keys.contains($0.key) })
                guard !members.isEmpty, let value = resolve(.object(members), as: type) else { continue }
                arguments.append(SwiftValue.Argument(label: label, value: value))
                continue
            }
            let keys = [field.name.value] + field.value.keys.map(\.value)
            known.formUnion(keys)
            guard let value = keys.lazy.compactMap({ object[$0] }).first else { continue }
            guard field.value.always == nil, field.value.filled == nil else { continue }
            guard let value = resolve(value, as: field.value.type?.value) else { continue }
            arguments.append(SwiftValue.Argument(label: label, value: value))
        }
        let others = JSONObject(object.filter { !known.contains($0.key) })
        if !others.isEmpty {
            let label = model.free.map { SwiftNaming.member($0.value) } ?? SwiftIdentifier(made: "extra")
            arguments.append(SwiftValue.Argument(label: label, value: .json(.object(others))))
        }
        return .model(type: SwiftNaming.type(name), arguments)
    }

    private func resolve(_ value: JSONValue, as union: UnionSpec) -> SwiftValue? {
        for shape in union.cases {
            guard let inner = payload(of: value, shape, in: union) else { continue }
            guard let payload = resolve(inner, as: shape.type.value) else { continue }
            // Lists, maps and text are literals of the union itself.
            if union.by.value == .jsonType, isLiteral(payload) { return payload }
            return .union(SwiftNaming.member(shape.name.value, override: shape.value.swiftName?.value), payload)
        }
        return nil
    }

    private func payload(of value: JSONValue, _ shape: Named<UnionCaseSpec>, in union: UnionSpec) -> JSONValue? {
        switch union.by.value {
        case .key: value[shape.name.value]
        case .tag(let key): value[key]?.stringValue == (shape.value.tag?.value ?? shape.name.value) ? value : nil
        case .jsonType: value
        // Events are received, and never arguments.
        case .field: nil
        }
    }

    private func isLiteral(_ value: SwiftValue) -> Bool {
        switch value {
        case .list, .map, .string: true
        default: false
        }
    }

    private func all<Element>(_ elements: [Element?]) -> [Element]? {
        let present = elements.compactMap(\.self)
        return present.count == elements.count ? present : nil
    }
}
