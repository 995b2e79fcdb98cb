/// Finds the definitions of a spec by name; of two with one name the first.
struct TypeTable {
    /// What a name stands for.
    enum Definition {
        case model(ModelSpec)
        case words([String])
        case union(UnionSpec)
    }

    /// The name of the API's error codes, an enum that every spec has.
    static let errorCode = "ErrorCode"

    private let definitions: [String: Definition]
    /// All names in the author's order.
    let names: [String]

    /// Indexes a spec.
    init(_ spec: Spec) {
        var pairs: [(String, Definition)] = spec.models.map { ($0.name.value, .model($0.value)) }
        pairs += spec.enums.map { ($0.name.value, .words($0.value.values.map(\.name.value))) }
        pairs += spec.unions.map { ($0.name.value, .union($0.value)) }
        pairs.append((Self.errorCode, .words(spec.errors.codes.map(\.name.value))))
        names = pairs.map(\.0)
        definitions = Dictionary(pairs) { first, _ in first }
    }

    /// What a name stands for.
    subscript(name: String) -> Definition? { definitions[name] }

    /// Whether a type names something that the spec does not define, which a rule of its own reports.
    func isUndefined(_ type: TypeExpression?) -> Bool {
        switch type {
        case .named(let name): self[name] == nil
        case .list(let inner), .map(let inner), .batch(let inner), .optional(let inner): isUndefined(inner)
        case .primitive, nil: false
        }
    }

    /// The model of a type, if it is one.
    func model(_ type: TypeExpression?) -> ModelSpec? {
        guard case .named(let name)? = type?.unwrapped, case .model(let model)? = self[name] else { return nil }
        return model
    }

    /// What a type names, if it names something.
    func named(_ type: TypeExpression?) -> Definition? {
        if case .named(let name)? = type?.unwrapped { self[name] } else { nil }
    }

    /// The names that stand in an object with these fields, those of spread values included.
    func wireNames(_ fields: [Named<FieldSpec>]) -> [String] {
        fields.flatMap { field in
            guard field.value.isSpread, let type = field.value.type?.value else {
                return [field.name.value] + field.value.keys.map(\.value)
            }
            return wireNames(ofSpread: type)
        }
    }

    /// The names that a spread value adds to its object; spread values inside it are refused elsewhere.
    func wireNames(ofSpread type: TypeExpression) -> [String] {
        switch named(type) {
        case .model(let model): wireNames(model.fields.filter { !$0.value.isSpread })
        case .union(let union): union.by.value == .key ? union.cases.map(\.name.value) : []
        case .words, nil: []
        }
    }

    /// The words of a type, if it is an enum.
    func words(_ type: TypeExpression?) -> [String]? {
        guard case .named(let name)? = type?.unwrapped, case .words(let words)? = self[name] else { return nil }
        return words
    }

    /// The kinds of JSON value that a type is written as; empty where every kind is.
    func jsonTypes(_ type: TypeExpression) -> [String] {
        switch type {
        case .optional(let wrapped): return jsonTypes(wrapped)
        case .list, .batch: return ["an array"]
        case .map: return ["an object"]
        case .primitive(let word): return jsonTypes(word)
        case .named(let name): return jsonTypes(self[name])
        }
    }

    private func jsonTypes(_ word: TypeExpression.Primitive) -> [String] {
        switch word {
        case .json: []
        case .object: ["an object"]
        case .bool: ["true or false"]
        case .int, .double: ["a number"]
        case .decimal, .id, .epoch, .textInt: ["text", "a number"]
        case .string, .timestamp, .english: ["text"]
        case .textBool: ["text", "true or false"]
        case .commaList: ["text", "an array"]
        }
    }

    private func jsonTypes(_ definition: Definition?) -> [String] {
        switch definition {
        case .model: ["an object"]
        case .words: ["text"]
        case .union(let union):
            switch union.by.value {
            case .key, .tag, .field: ["an object"]
            // A union inside a union by JSON type is refused elsewhere; its own shapes are not looked at here.
            case .jsonType: []
            }
        case nil: []
        }
    }
}
