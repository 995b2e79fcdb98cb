import Pipeline

/// The keys that a field takes in the object in which it stands: its own, or those of all that its value may have.
struct WireKeys {
    /// How many values are spread within each other; the validator refuses what has no end.
    private static let depth = 8

    private let index: SpecIndex

    init(_ index: SpecIndex) {
        self.index = index
    }

    /// The keys of one field.
    func of(_ field: Named<FieldSpec>) -> [String] {
        keys(of: field, depth: Self.depth)
    }

    private func keys(of field: Named<FieldSpec>, depth: Int) -> [String] {
        guard field.isSpread else { return field.wireNames }
        guard depth > 0, let type = field.type?.value else { return [] }
        return keys(of: type, depth: depth - 1)
    }

    private func keys(of type: TypeExpression, depth: Int) -> [String] {
        guard case .named(let name) = type.unwrapped else { return [] }
        if let model = index.model(name) { return model.fields.flatMap { keys(of: $0, depth: depth) } }
        guard let union = index.union(name) else { return [] }
        let shapes = depth > 0 ? union.cases.flatMap { keys(of: $0.type.value, depth: depth - 1) } : []
        switch union.by.value {
        case .key: return union.cases.map(\.name.value)
        case .jsonType: return []
        case .tag(let tag): return [tag] + shapes
        case .field(let path, _, _): return path.split(separator: ".").prefix(1).map(String.init) + shapes
        }
    }
}
