@_spi(Generated) import Pipeline
@_spi(Generated) import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// The values that a server may send by its spec, of each type all that look different.
struct ValueSamples {
    /// Which of the names of a field is used, where it has several.
    var alias = 0
    /// How deep models may still stand in each other.
    private var depth = 6

    init(alias: Int = 0) {
        self.alias = alias
    }

    /// Values of a type; the first one is the fullest.
    func of(_ type: ResolvedType) -> [JSONValue] {
        switch type {
        case .optional(let wrapped): of(wrapped)
        case .format(let format): Self.scalars.filter { format.accepts($0) }
        case .words(let words): words.words.map { words.value.json($0) }
        case .list(let element), .batch(let element): of(element).map { .array([$0]) } + [.array([])]
        case .map(let element): of(element).map { .object(["a": $0]) } + [.object([:])]
        case .model(let model): inner.objects(of: model.value).map { .object($0) }
        case .union(let union): union.cases.flatMap { inner.values(of: $0, in: union.value) }
        }
    }

    private var inner: ValueSamples {
        var samples = self
        samples.depth -= 1
        return samples
    }

    /// The whole object, then with each other value of each field, then without each field that may be missing.
    private func objects(of model: ResolvedModel) -> [JSONObject] {
        let members = model.members.filter { depth > 0 || $0.field?.isRequired ?? true }
        let samples = members.map { member in values(of: member) }
        let whole = Self.object(samples.map { $0.first ?? [:] })
        var objects = [whole]
        for (place, values) in samples.enumerated() {
            for value in values.dropFirst() {
                objects.append(Self.object(samples.enumerated().map { $0 == place ? value : $1.first ?? [:] }))
            }
            guard let field = members[place].field, !field.isRequired else { continue }
            objects.append(Self.object(samples.enumerated().map { $0 == place ? [:] : $1.first ?? [:] }))
        }
        return objects
    }

    /// What a member can add to its object.
    private func values(of member: ResolvedMember) -> [JSONObject] {
        switch member {
        case .constant(let name, let value): return [[name: value]]
        case .field(let field) where field.isFlattened: return of(field.type).compactMap(\.objectValue)
        case .field(let field), .argument(_, let field):
            let key = field.keys[min(alias, field.keys.count - 1)]
            return of(field.type).map { [key: $0] }
        }
    }

    private func values(of shape: ResolvedCase, in union: ResolvedUnion) -> [JSONValue] {
        of(shape.type).map { value in
            switch union.discriminator {
            case .key: return .object([shape.wireName: value])
            case .jsonType, .member, .status, .header: return value
            case .tag(let tag): return Self.value(value, with: .string(shape.wireName), at: DottedPath(keys: [tag]))
            case .field(let path, _, _):
                var whole = shape.path.isEmpty ? value : .object([:])
                if !shape.path.isEmpty { shape.path.set(value, in: &whole) }
                return Self.value(whole, with: .string(shape.wireName), at: path)
            }
        }
    }

    private static func value(_ value: JSONValue, with member: JSONValue, at path: DottedPath) -> JSONValue {
        var value = value
        path.set(member, in: &value)
        return value
    }

    private static func object(_ parts: [JSONObject]) -> JSONObject {
        var object = JSONObject()
        for part in parts {
            for (key, value) in part { object[key] = value }
        }
        return object
    }

    private static let scalars: [JSONValue] = [
        "a", 1, 1.5, "12", "1.5", "true", "2026-01-01T00:00:00Z", "2026-01-01", "Sep 23, 2024, 8:20:01 PM",
        "Fri, 01 May 2026 03:38:07 +0000", "1700000000", "a,b", 1_700_000_000, true, false, "", ["a"], [1], ["a": 1],
    ]
}
