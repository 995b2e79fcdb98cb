/// Finds the definitions that a type names.
struct DefinitionIndex {
    private let models: [SwiftIdentifier: ModelIR]
    private let unions: [SwiftIdentifier: UnionIR]

    /// Indexes definitions.
    init(models: [ModelIR], unions: [UnionIR]) {
        self.models = Dictionary(models.map { ($0.name, $0) }) { first, _ in first }
        self.unions = Dictionary(unions.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The union of a type, if it is one.
    func union(_ type: SwiftType) -> UnionIR? {
        if case .union(let name) = type.unwrapped { unions[name] } else { nil }
    }

    /// The model of a type, if it is one.
    func model(_ type: SwiftType) -> ModelIR? {
        if case .model(let name) = type.unwrapped { models[name] } else { nil }
    }

    /// Whether values of the type have constraints of their own.
    func isChecked(_ type: SwiftType) -> Bool {
        switch type.leaf {
        case .model(let name): models[name]?.isChecked ?? false
        case .union(let name): unions[name]?.isChecked ?? false
        default: false
        }
    }

    /// What it takes to write a value of the type into a request, where that is more than the value itself.
    func filling(_ type: SwiftType) -> FillingIR? {
        switch type.leaf {
        case .model(let name): models[name]?.filling
        case .union(let name): unions[name]?.filling
        default: nil
        }
    }
}
