/// What requests ask of the definitions of an API: which are sent, which are checked first, and what it takes to write them.
struct RequestIndex {
    /// What is known of one definition that requests reach.
    private struct Facts: Equatable {
        var isChecked = false
        var encoding: RequestEncoding?
    }

    private var facts: [ResolvedType: Facts] = [:]
    private let flattened: Set<ResolvedType>

    /// Follows the arguments of all operations into the definitions.
    init(_ api: ResolvedAPI) {
        let fields = api.definitions.models.flatMap(\.fields)
        flattened = Set(fields.filter(\.isFlattened).map(\.type.unwrapped))
        let reach = TypeReach(api.operations.flatMap(\.parameters).map(\.field.type))
        for model in reach.models { facts[.model(model)] = Self.facts(model.value) }
        for union in reach.unions {
            facts[.union(union)] = Facts(isChecked: union.value.cases.contains(where: \.type.hasFormatCheck))
        }
        // What a part needs, the whole needs: until nothing changes any more. The order of the arguments is the spec's.
        let parts = Self.parts(of: api, reached: facts.keys)
        while propagate(parts) {}
    }

    private static func facts(_ model: ResolvedModel) -> Facts {
        let isChecked =
            model.isOpen && !model.members.isEmpty || !model.alternatives.isEmpty
            || model.fields.contains {
                !$0.constraints.isEmpty || !$0.elementConstraints.isEmpty || $0.type.hasFormatCheck
            }
        var encoding = RequestEncoding()
        var isNeeded = model.fields.contains { $0.make != nil }
        for case .argument(let name, let field) in model.members {
            isNeeded = true
            encoding.formUnion([RequestEncoding.Argument(name: SwiftNaming.member(name), type: field.type)])
        }
        return Facts(isChecked: isChecked, encoding: isNeeded ? encoding : nil)
    }

    private static func parts(
        of api: ResolvedAPI,
        reached: some Collection<ResolvedType>
    ) -> [(whole: ResolvedType, parts: [ResolvedType])] {
        let models = api.definitions.models.map { (ResolvedType.model($0), $0.fields.map(\.type.leaf)) }
        let unions = api.definitions.unions.map { (ResolvedType.union($0), $0.cases.map(\.type.leaf)) }
        let reached = Set(reached)
        return (models + unions).filter { reached.contains($0.0) }.map { (whole: $0.0, parts: $0.1) }
    }

    /// Takes over from each part what it needs; true when anything changed.
    private mutating func propagate(_ parts: [(whole: ResolvedType, parts: [ResolvedType])]) -> Bool {
        var hasChanged = false
        for (whole, parts) in parts {
            let before = facts[whole, default: Facts()]
            let after = parts.compactMap { facts[$0] }.reduce(into: before) { whole, part in
                whole.isChecked = whole.isChecked || part.isChecked
                guard let encoding = part.encoding else { return }
                whole.encoding = whole.encoding ?? RequestEncoding()
                whole.encoding?.formUnion(encoding.arguments)
            }
            facts[whole] = after
            hasChanged = hasChanged || before != after
        }
        return hasChanged
    }

    /// Whether values of the type are part of a request.
    func isSent(_ type: ResolvedType) -> Bool { facts[type.leaf] != nil }

    /// Whether values of the type have constraints of their own.
    func isChecked(_ type: ResolvedType) -> Bool { facts[type.leaf]?.isChecked ?? false }

    /// What it takes to write a value of the type into a request, where that is more than the value itself.
    func encoding(_ type: ResolvedType) -> RequestEncoding? { facts[type.leaf]?.encoding }

    /// Whether a model has the members of such a value among its own.
    func isFlattened(_ type: ResolvedType) -> Bool { flattened.contains(type) }
}
