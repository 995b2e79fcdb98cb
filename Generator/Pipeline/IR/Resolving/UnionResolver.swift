@_spi(Generated) import WaybillWebhooks

/// Turns a union of the spec into an enum with payloads.
struct UnionResolver {
    let table: DefinitionTable

    /// One union.
    func resolve(_ union: Named<UnionSpec>) -> UnionIR {
        UnionIR(
            name: SwiftNaming.type(union.name.value),
            folder: table.folder(union.value.location),
            source: table.source(union.value.location),
            about: union.value.about?.value,
            discriminator: union.value.by.value,
            cases: union.value.cases.map { shape($0, by: union.value.by.value) },
            isEvent: isEvent(union)
        )
    }

    /// A union by a place in the body is what a webhook brings.
    private func isEvent(_ union: Named<UnionSpec>) -> Bool {
        if case .field = union.value.by.value { return true }
        return table.spec.webhooks.contains { $0.value.event.value == union.name.value }
    }

    private func shape(_ shape: Named<UnionCaseSpec>, by discriminator: UnionSpec.Discriminator) -> UnionCaseIR {
        UnionCaseIR(
            name: SwiftNaming.member(shape.name.value, override: shape.value.swiftName?.value),
            wireName: wireName(shape, discriminator),
            type: TypeResolver(table: table).resolve(shape.value.type.value.unwrapped),
            about: shape.value.about?.value,
            path: shape.value.at?.value.split(separator: ".").map { String($0) } ?? [],
            key: shape.value.has?.value,
            tagHolder: tagHolder(shape.value.type.value, discriminator)
        )
    }

    /// The key or the word of a shape, in the spelling that all are compared in.
    private func wireName(_ shape: Named<UnionCaseSpec>, _ discriminator: UnionSpec.Discriminator) -> String {
        let name = shape.value.tag?.value ?? shape.name.value
        guard case .field(_, _, isNormalised: true) = discriminator else { return name }
        return WebhookEventName.dotted(name)
    }

    /// The property that takes the tag where the model does not name it.
    private func tagHolder(_ type: TypeExpression, _ discriminator: UnionSpec.Discriminator) -> SwiftIdentifier? {
        guard case .tag(let key) = discriminator, case .named(let name) = type.unwrapped else { return nil }
        guard let model = table.model(name), !model.fields.contains(where: { $0.name.value == key }) else { return nil }
        return model.free.map { SwiftNaming.member($0.value) } ?? SwiftIdentifier(made: "extra")
    }
}
