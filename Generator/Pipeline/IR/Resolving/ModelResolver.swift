/// Turns a model of the spec into a struct.
struct ModelResolver {
    let table: DefinitionTable

    /// One model; what requests ask of it is found out later, by `RequestAnalysis`.
    func resolve(_ model: Named<ModelSpec>) -> ModelIR {
        let fields = FieldResolver(table: table)
        let members = model.value.fields.map { fields.member($0) }
        var resolved = ModelIR(
            name: SwiftNaming.type(model.name.value),
            folder: table.folder(model.value.location),
            source: table.source(model.value.location),
            about: model.value.about?.value,
            notes: model.value.notes?.value,
            extra: model.value.free.map { SwiftNaming.member($0.value) } ?? SwiftIdentifier(made: "extra"),
            isFree: model.value.free != nil,
            members: members,
            predicates: [],
            lookups: []
        )
        let conditions = PredicateResolver(table: table, fields: model.value.fields)
        resolved.predicates = model.value.predicates.compactMap { conditions.resolve($0) }
        resolved.lookups = model.value.lookups.compactMap { lookup($0, in: model.value) }
        return resolved
    }

    private func lookup(_ lookup: Named<LookupSpec>, in model: ModelSpec) -> LookupIR? {
        let fields = FieldResolver(table: table)
        guard let list = model.fields.first(where: { $0.name.value == lookup.value.list.value }),
            case .list(.named(let element))? = list.value.type?.value.unwrapped,
            let by = table.model(element)?.fields.first(where: { $0.name.value == lookup.value.by.value })
        else { return nil }
        return LookupIR(
            label: SwiftNaming.member(lookup.name.value),
            list: fields.property(list),
            element: .model(SwiftNaming.type(element)),
            by: fields.property(by)
        )
    }
}
