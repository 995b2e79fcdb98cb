import SpecYAML
@_spi(Generated) import WaybillJSON

/// What the names of a spec stand for: its models, enums and unions, resolved once.
///
/// It can be made of a spec that has errors, since the rules that find them look names up in here. Where a name stands for
/// nothing, the type is `json`; `isComplete` then says so, and no client is made of such a spec.
package struct Definitions: Sendable {
    package enum Definition: Sendable {
        case model(Reference<ResolvedModel>)
        case words(Reference<ResolvedEnum>)
        case union(Reference<ResolvedUnion>)
    }

    /// The name of the API's error codes, an enum that every spec has.
    static let errorCode = "ErrorCode"

    /// The models, in the spec's order.
    package let models: [Reference<ResolvedModel>]
    /// The enums, in the spec's order.
    package let enums: [Reference<ResolvedEnum>]
    /// The unions, in the spec's order.
    package let unions: [Reference<ResolvedUnion>]
    package let errorCodes: Reference<ResolvedEnum>
    /// Whether every name stands for something.
    let isComplete: Bool
    private let table: [String: Definition]

    /// Resolves the definitions of a spec; of two with one name the first counts.
    init(_ spec: Spec) {
        models = spec.models.map { _ in Reference() }
        enums = spec.enums.map { _ in Reference() }
        unions = spec.unions.map { _ in Reference() }
        errorCodes = Reference()
        var pairs: [(String, Definition)] = zip(spec.models, models).map { ($0.name.value, .model($1)) }
        pairs += zip(spec.enums, enums).map { ($0.name.value, .words($1)) }
        pairs += zip(spec.unions, unions).map { ($0.name.value, .union($1)) }
        pairs.append((Self.errorCode, .words(errorCodes)))
        table = Dictionary(pairs) { first, _ in first }
        var resolver = DefinitionResolver(spec: spec, table: table)
        errorCodes.define(resolver.errorCodes())
        for (spec, reference) in zip(spec.enums, enums) { reference.define(resolver.words(spec)) }
        for (spec, reference) in zip(spec.models, models) { reference.define(resolver.model(spec)) }
        for (spec, reference) in zip(spec.unions, unions) { reference.define(resolver.union(spec)) }
        isComplete = resolver.isComplete
    }

    package subscript(name: String) -> Definition? { table[name] }

    /// All names, sorted.
    var names: [String] { table.keys.sorted() }

    /// The type that an expression stands for.
    func type(_ expression: TypeExpression) -> ResolvedType {
        var resolver = TypeResolver(table)
        return resolver.type(expression)
    }

    /// Whether a type names something that the spec does not define, which a rule of its own reports.
    func isUndefined(_ type: TypeExpression?) -> Bool {
        switch type {
        case .named(let name): self[name] == nil
        case .list(let inner), .map(let inner), .batch(let inner), .optional(let inner): isUndefined(inner)
        case .format, nil: false
        }
    }

    /// The members of an object with these fields.
    func members(_ fields: [Named<FieldSpec>]) -> [ResolvedMember] {
        var resolver = TypeResolver(table)
        return fields.map { resolver.member($0) }
    }

    /// A field that somebody gives a value for.
    func field(_ field: Named<FieldSpec>) -> ResolvedField {
        var resolver = TypeResolver(table)
        return resolver.field(field)
    }
}
