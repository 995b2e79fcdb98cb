/// Which definitions name which others.
struct ReferenceGraph {
    private let edges: [String: [String]]

    /// Takes the names that stand in each definition.
    init(_ edges: [String: [String]]) {
        self.edges = edges
    }

    /// The definitions of a spec that are looked at for one and the same value: the shapes of unions, and what models take in.
    ///
    /// What stands in a list, a map or a member is another value, which is smaller.
    static func ofOneValue(_ spec: Spec) -> ReferenceGraph {
        var edges: [String: [String]] = [:]
        for union in spec.unions {
            edges[union.name.value] = union.value.cases.compactMap { union.value.definitionOfWhole($0.value) }
        }
        for model in spec.models {
            let fields = model.value.fields.filter(\.value.isFlattened)
            edges[model.name.value] = fields.compactMap { $0.value.type?.value.directName }
        }
        return ReferenceGraph(edges)
    }

    /// Whether a shape of a union would be the union again, for one and the same value.
    func repeats(_ union: Named<UnionSpec>, in shape: UnionCaseSpec) -> Bool {
        union.value.definitionOfWhole(shape).map { reaches(union.name.value, from: $0) } ?? false
    }

    /// Whether the references lead from one definition to another one, or from one to itself.
    func reaches(_ goal: String, from start: String) -> Bool {
        var seen: Set<String> = []
        var open = [start]
        while let name = open.popLast() {
            if name == goal { return true }
            if seen.insert(name).inserted { open += edges[name] ?? [] }
        }
        return false
    }
}

extension UnionSpec {
    /// The definition that the union's whole value is of in a shape; nil: a part of the value, or no definition.
    fileprivate func definitionOfWhole(_ shape: UnionCaseSpec) -> String? {
        by.value == .key || shape.at != nil ? nil : shape.type.value.directName
    }
}

extension TypeExpression {
    /// The definition that a value is of, and not what is in it.
    var directName: String? {
        guard case .named(let name) = unwrapped else { return nil }
        return name
    }
}
