/// Turns a spec without errors into what is emitted for it; it cannot fail.
struct Resolver {
    /// Resolves everything, in the spec's order.
    func resolve(_ validated: ValidatedSpec) -> API {
        let spec = validated.spec
        let table = DefinitionTable(spec)
        let operations = OperationResolver(table: table)
        let resources = spec.resources.map { operations.resolve($0) }
        var definitions = RequestAnalysis(
            models: spec.models.map { ModelResolver(table: table).resolve($0) },
            unions: spec.unions.map { UnionResolver(table: table).resolve($0) }
        )
        definitions.analyse(requestTypes: resources.flatMap(\.operations).flatMap(\.parameters).map(\.type))
        let clients = ClientResolver(table: table)
        return API(
            module: table.module,
            title: spec.api.value,
            slug: table.slug,
            source: table.source(spec.api.location),
            about: spec.about?.value,
            notes: spec.notes?.value,
            docs: spec.docs?.value,
            rate: spec.rate.map { clients.rate($0) },
            clients: spec.clients.map { clients.resolve($0, resources: resources) },
            resources: resources,
            models: definitions.models,
            enums: spec.enums.map { EnumResolver(table: table).resolve($0) },
            unions: definitions.unions,
            errors: ErrorResolver(table: table).resolve(),
            webhooks: spec.webhooks.map { WebhookResolver(table: table, unions: definitions.unions).resolve($0) }
        )
    }
}
