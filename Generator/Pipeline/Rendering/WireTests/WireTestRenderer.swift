/// Writes the tests of a module: every example of the spec, as it stands on the wire.
struct WireTestRenderer {
    let api: ResolvedAPI

    /// What makes the files; nothing where the spec has no example.
    var steps: [@Sendable () -> GeneratedFile] {
        var tested: [(client: ResolvedClient, resource: ResolvedResource)] = []
        for client in api.clients {
            for resource in client.resources where !tested.contains(where: { $0.resource.name == resource.name }) {
                guard resource.operations.contains(where: { $0.examples.contains { $0.call != nil } }) else { continue }
                tested.append((client, resource))
            }
        }
        let webhooks = api.webhooks.filter { !$0.vectors.isEmpty || !$0.examples.isEmpty }
        guard !tested.isEmpty || !webhooks.isEmpty else { return [] }
        let types = tested.map(\.resource.type) + webhooks.map(\.identifier)
        let suites = SwiftNaming.distinct(types.map { SwiftIdentifier(forcing: $0.text + "WireTests") })
        let scope = TypeScope(ofTestsOf: api, suites: suites.map(\.text))
        let exchange = WireExchangeRenderer(api: api, scope: scope)
        var steps: [@Sendable () -> GeneratedFile] = [{ exchange.render() }]
        steps += zip(tested, suites).map { tested, suite -> @Sendable () -> GeneratedFile in
            let renderer = ResourceTestRenderer(api: api, client: tested.client, exchange: exchange, scope: scope)
            return { renderer.render(tested.resource, suite) }
        }
        steps += zip(webhooks, suites.dropFirst(tested.count)).map { webhook, suite -> @Sendable () -> GeneratedFile in
            { WebhookTestRenderer(api: api, scope: scope).render(webhook, suite) }
        }
        return steps
    }
}
