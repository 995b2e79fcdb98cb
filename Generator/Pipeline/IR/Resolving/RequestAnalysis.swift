/// Finds out which models and unions are parts of requests, and what it takes to check and to write them there.
struct RequestAnalysis {
    private(set) var models: [ModelIR]
    private(set) var unions: [UnionIR]
    private let modelPlaces: [SwiftIdentifier: Int]
    private let unionPlaces: [SwiftIdentifier: Int]

    /// Takes the definitions as they were resolved.
    init(models: [ModelIR], unions: [UnionIR]) {
        self.models = models
        self.unions = unions
        modelPlaces = Dictionary(models.indices.map { (models[$0].name, $0) }) { first, _ in first }
        unionPlaces = Dictionary(unions.indices.map { (unions[$0].name, $0) }) { first, _ in first }
    }

    /// Marks the definitions, from the types of all arguments.
    mutating func analyse(requestTypes: [SwiftType]) {
        let reached = reach(requestTypes.map(\.leaf))
        for place in models.indices where reached.contains(.model(models[place].name)) {
            models[place].isRequest = true
            models[place].isChecked = checksItself(models[place])
            models[place].filling = fillsItself(models[place])
        }
        while spread(in: reached) {}
        for place in unions.indices { unions[place].isIndirect = isRecursive(unions[place]) }
        markSpread()
    }

    private mutating func markSpread() {
        let types = models.flatMap(\.properties).filter(\.isSpread).map(\.type.unwrapped)
        for place in models.indices { models[place].isSpread = types.contains(.model(models[place].name)) }
        for place in unions.indices { unions[place].isSpread = types.contains(.union(unions[place].name)) }
    }

    /// Everything that a value of the types can hold.
    private func reach(_ types: [SwiftType]) -> Set<SwiftType> {
        var reached: Set<SwiftType> = []
        var open = types
        while let type = open.popLast() {
            if reached.insert(type).inserted { open += parts(of: type).map(\.leaf) }
        }
        return reached
    }

    private func parts(of type: SwiftType) -> [SwiftType] {
        switch type {
        case .model(let name): modelPlaces[name].map { models[$0].properties.map(\.type) } ?? []
        case .union(let name): unionPlaces[name].map { unions[$0].cases.map(\.type) } ?? []
        default: []
        }
    }

    private func checksItself(_ model: ModelIR) -> Bool {
        model.isFree && !model.members.isEmpty || model.properties.contains { !$0.constraints.isEmpty }
    }

    private func fillsItself(_ model: ModelIR) -> FillingIR? {
        var filling = FillingIR()
        var isNeeded = model.properties.contains { $0.make != nil }
        for case .filled(_, let argument, let type) in model.members {
            isNeeded = true
            filling.formUnion([FillingIR.Argument(name: argument, type: type)])
        }
        return isNeeded ? filling : nil
    }

    /// Takes over from each part what it needs; true when anything changed.
    private mutating func spread(in reached: Set<SwiftType>) -> Bool {
        var hasChanged = false
        for place in models.indices where reached.contains(.model(models[place].name)) {
            let leaves = models[place].properties.map(\.type.leaf)
            let isChecked = models[place].isChecked || leaves.contains { self.isChecked($0) }
            let filling = leaves.reduce(models[place].filling) { merged($0, self.filling(of: $1)) }
            hasChanged = hasChanged || isChecked != models[place].isChecked || filling != models[place].filling
            models[place].isChecked = isChecked
            models[place].filling = filling
        }
        for place in unions.indices where reached.contains(.union(unions[place].name)) {
            let leaves = unions[place].cases.map(\.type.leaf)
            let isChecked = leaves.contains { self.isChecked($0) }
            let filling = leaves.reduce(unions[place].filling) { merged($0, self.filling(of: $1)) }
            hasChanged = hasChanged || isChecked != unions[place].isChecked || filling != unions[place].filling
            unions[place].isChecked = isChecked
            unions[place].filling = filling
        }
        return hasChanged
    }

    private func isChecked(_ type: SwiftType) -> Bool {
        switch type {
        case .model(let name): modelPlaces[name].map { models[$0].isChecked } ?? false
        case .union(let name): unionPlaces[name].map { unions[$0].isChecked } ?? false
        default: false
        }
    }

    private func filling(of type: SwiftType) -> FillingIR? {
        switch type {
        case .model(let name): modelPlaces[name].flatMap { models[$0].filling }
        case .union(let name): unionPlaces[name].flatMap { unions[$0].filling }
        default: nil
        }
    }

    private func merged(_ one: FillingIR?, _ other: FillingIR?) -> FillingIR? {
        guard let other else { return one }
        var result = one ?? FillingIR()
        result.formUnion(other.arguments)
        return result
    }

    /// Whether a value can hold a value of its own type directly, not in a list or map, which would be without end.
    private func isRecursive(_ union: UnionIR) -> Bool {
        var seen: Set<SwiftType> = []
        var open = union.cases.map(\.type.unwrapped)
        while let type = open.popLast() {
            if type == .union(union.name) { return true }
            if seen.insert(type).inserted { open += parts(of: type).map(\.unwrapped) }
        }
        return false
    }
}
