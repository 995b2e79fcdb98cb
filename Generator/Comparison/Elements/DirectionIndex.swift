import Pipeline

/// Which ways the values of each definition go.
struct DirectionIndex {
    private var table: [String: Set<Direction>] = [:]

    init(_ api: ResolvedAPI) {
        for operation in api.operations {
            let members = operation.body.members + operation.query + operation.headers
            add(operation.parameters.map(\.field.type) + members.compactMap(\.field?.type), .request)
            add([operation.answer].compactMap(\.self) + operation.answerHeaders.map(\.type), .answer)
        }
        add(api.errors.cases.compactMap(\.details).map { .model($0) } + api.errors.fields.map(\.type), .error)
        add(api.webhooks.map(\.event), .webhook)
    }

    /// The ways of a model, enum or union; none where nothing uses it.
    subscript(name: String) -> Set<Direction> { table[name] ?? [] }

    private mutating func add(_ types: [ResolvedType], _ direction: Direction) {
        var open = types.map(\.leaf)
        while let type = open.popLast() {
            guard table[type.text, default: []].insert(direction).inserted else { continue }
            switch type {
            case .model(let model): open += model.members.compactMap { $0.field?.type.leaf }
            case .union(let union): open += union.cases.map(\.type.leaf)
            default: continue
            }
        }
    }
}
