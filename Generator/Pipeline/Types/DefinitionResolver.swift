import SpecYAML
@_spi(Generated) import WaybillJSON
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

/// Turns the definitions of a spec into what they mean.
struct DefinitionResolver {
    private let spec: Spec
    private let graph: ReferenceGraph
    private var types: TypeResolver
    private var isMissingNames = false

    /// Resolves a spec's definitions, of which the references are made already.
    init(spec: Spec, table: [String: Definitions.Definition]) {
        self.spec = spec
        graph = .ofOneValue(spec)
        types = TypeResolver(table)
    }

    /// Whether every name stood for something so far.
    var isComplete: Bool { types.isComplete && !isMissingNames }

    /// The set of the API's error codes.
    func errorCodes() -> ResolvedEnum {
        ResolvedEnum(
            name: spec.api.value + Definitions.errorCode,
            location: spec.api.location,
            about: "Why \(spec.api.value) refused a request, or could not do it.",
            isNumeric: false,
            words: spec.errors.codes.map { code in
                ResolvedWord(
                    name: code.name.value,
                    swiftName: code.value.swiftName?.value,
                    location: code.name.location,
                    about: code.value.about?.value,
                    status: code.value.status?.value,
                    certainty: code.value.certainty
                )
            },
            order: [],
            final: [],
            certainty: []
        )
    }

    mutating func words(_ definition: Named<EnumSpec>) -> ResolvedEnum {
        let words = definition.value.values.map { word in
            ResolvedWord(
                name: word.name.value,
                swiftName: word.value.swiftName?.value,
                location: word.name.location,
                about: word.value.about?.value,
                status: nil,
                certainty: word.value.certainty
            )
        }
        return ResolvedEnum(
            name: definition.name.value,
            location: definition.name.location,
            about: definition.value.about?.value,
            isNumeric: definition.value.of != nil,
            words: words,
            order: selected(definition.value.order, of: words),
            final: selected(definition.value.final, of: words),
            certainty: definition.value.certainty
        )
    }

    private mutating func selected(_ names: [Located<String>], of words: [ResolvedWord]) -> [ResolvedWord] {
        names.compactMap { name in found(words.first { $0.name == name.value }) }
    }

    mutating func model(_ model: Named<ModelSpec>) -> ResolvedModel {
        let members = model.value.fields.map { types.member($0) }
        let fields = members.compactMap(\.field)
        return ResolvedModel(
            name: model.name.value,
            location: model.name.location,
            about: model.value.about?.value,
            notes: model.value.notes?.value,
            additionalProperties: model.value.additionalProperties?.value,
            undeclared: model.value.undeclared.map { ($0.name.value, $0.value.value) },
            members: members,
            alternatives: model.value.atLeastOneOf.compactMap { name in
                found(fields.first { $0.name == name.value })
            },
            predicates: model.value.predicates.compactMap { predicate in
                condition(predicate.value, fields).map { ResolvedPredicate(name: predicate.name.value, condition: $0) }
            },
            lookups: model.value.lookups.compactMap { lookup($0, fields) },
            money: model.value.money.compactMap { money($0, fields) },
            certainty: model.value.certainty
        )
    }

    private mutating func lookup(_ lookup: Named<LookupSpec>, _ fields: [ResolvedField]) -> ResolvedLookup? {
        let list = found(fields.first { $0.name == lookup.value.list.value })
        guard let list, let element = found(list.type.unwrapped.element?.model) else { return nil }
        return ResolvedLookup(name: lookup.name.value, list: list, element: element, key: lookup.value.by.value)
    }

    private mutating func money(_ money: Named<MoneySpec>, _ fields: [ResolvedField]) -> ResolvedMoney? {
        let value = money.value
        func field(_ name: Located<String>) -> ResolvedField? { fields.first { $0.name == name.value } }
        let currency: ResolvedMoney.Currency? =
            value.code.map { .code($0.value) } ?? value.currency.flatMap(field).map { .field($0) }
        guard let amount = found(field(value.amount)), let currency = found(currency) else { return nil }
        let exponents = value.exponents.map { (currency: $0.name.value, places: $0.value.value) }
        return ResolvedMoney(name: money.name.value, amount: amount, currency: currency, exponents: exponents)
    }

    private mutating func condition(_ spec: PredicateSpec, _ fields: [ResolvedField]) -> ResolvedCondition? {
        func field(_ name: Located<String>) -> ResolvedField? { fields.first { $0.name == name.value } }
        switch spec {
        case .equals(let name, let values, let ignoringCase):
            return found(field(name)).map { .equals($0, values.map(\.value.json), ignoringCase: ignoringCase) }
        case .prefix(let name, let prefix): return found(field(name)).map { .prefix($0, prefix.value) }
        case .present(let name): return found(field(name)).map { .present($0) }
        case .notEmpty(let name): return found(field(name)).map { .notEmpty($0) }
        case .any(let parts): return .any(parts.compactMap { condition($0, fields) })
        case .all(let parts): return .all(parts.compactMap { condition($0, fields) })
        }
    }

    mutating func union(_ union: Named<UnionSpec>) -> ResolvedUnion {
        let by = union.value.by.value
        return ResolvedUnion(
            name: union.name.value,
            location: union.name.location,
            about: union.value.about?.value,
            discriminator: discriminator(union.value),
            cases: union.value.cases.map { shape($0, of: union) },
            undeclared: union.value.undeclared.map { ($0.name.value, $0.value.value) },
            sharedField: union.value.id?.value,
            isEvent: by.isPlace || spec.webhooks.contains { $0.value.event.value == union.name.value },
            certainty: union.value.certainty
        )
    }

    private mutating func discriminator(_ union: UnionSpec) -> ResolvedUnion.Discriminator {
        switch union.by.value {
        case .key: return .key
        case .jsonType: return .jsonType
        case .member: return .member
        case .status: return .status
        case .tag(let key): return .tag(key)
        case .field(let path, let absent, let isNormalised):
            let shape = absent.flatMap { name in found(union.cases.first { $0.name.value == name }) }
            return .field(
                DottedPath(path),
                absent: shape.map { $0.word(union.by.value) },
                isNormalised: isNormalised
            )
        case .header(let name, let absent, let isNormalised):
            let shape = absent.flatMap { name in found(union.cases.first { $0.name.value == name }) }
            return .header(name, absent: shape.map { $0.word(union.by.value) }, isNormalised: isNormalised)
        }
    }

    private mutating func shape(_ shape: Named<UnionCaseSpec>, of union: Named<UnionSpec>) -> ResolvedCase {
        ResolvedCase(
            name: shape.name.value,
            swiftName: shape.value.swiftName?.value,
            location: shape.name.location,
            wireName: shape.word(union.value.by.value),
            type: type(shape.value, of: union),
            about: shape.value.about?.value,
            path: DottedPath(shape.value.at?.value ?? ""),
            presentKey: shape.value.has?.value,
            statuses: shape.value.statuses.map(\.value),
            certainty: shape.value.certainty
        )
    }

    /// The type of a shape; `json` where the shape would be the union again, which a rule of its own reports.
    private mutating func type(_ shape: UnionCaseSpec, of union: Named<UnionSpec>) -> ResolvedType {
        guard graph.repeats(union, in: shape) else { return types.type(shape.type.value.unwrapped) }
        isMissingNames = true
        return .format(.json)
    }

    private mutating func found<Value>(_ value: Value?) -> Value? {
        if value == nil { isMissingNames = true }
        return value
    }
}

extension Named where Value == UnionCaseSpec {
    /// The key or the tag's word, in the one spelling that words are compared in.
    func word(_ by: UnionSpec.Discriminator) -> String {
        let word = value.tag?.value ?? name.value
        switch by {
        case .field(_, _, isNormalised: true), .header(_, _, isNormalised: true): return WebhookEventName.dotted(word)
        default: return word
        }
    }
}

extension UnionSpec.Discriminator {
    /// Whether a place in the body or a header tells the shapes apart, as in what a webhook brings.
    var isPlace: Bool {
        switch self {
        case .field, .header: true
        case .key, .jsonType, .member, .status, .tag: false
        }
    }
}

extension PredicateSpec.PredicateValue {
    fileprivate var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .bool(let flag): .bool(flag)
        case .int(let number): .number(JSONNumber(number))
        }
    }
}
