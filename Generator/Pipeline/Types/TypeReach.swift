/// Everything that values of some types can hold, at any depth.
struct TypeReach {
    private(set) var models: Set<Reference<ResolvedModel>> = []
    private(set) var unions: Set<Reference<ResolvedUnion>> = []

    /// Follows types into their definitions.
    init(_ types: [ResolvedType]) {
        var open = types.map(\.leaf)
        while let type = open.popLast() {
            switch type {
            case .model(let model):
                if models.insert(model).inserted { open += model.fields.map(\.type.leaf) }
            case .union(let union):
                if unions.insert(union).inserted { open += union.cases.map(\.type.leaf) }
            default: continue
            }
        }
    }
}
