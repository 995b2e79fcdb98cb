/// Writes the tests of a module: every example of the spec, as it stands on the wire.
struct WireTestRenderer {
    let api: ResolvedAPI

    /// The files; none where the spec has no example.
    func render() -> [GeneratedFile] {
        var files: [GeneratedFile] = []
        var seen: Set<String> = []
        for client in api.clients {
            for resource in client.resources where seen.insert(resource.name).inserted {
                guard resource.operations.contains(where: { $0.examples.contains { $0.call != nil } }) else { continue }
                files.append(ResourceTestRenderer(api: api, client: client).render(resource))
            }
        }
        let webhooks = api.webhooks.filter { !$0.vectors.isEmpty || !$0.examples.isEmpty }
        files += webhooks.map { WebhookTestRenderer(api: api).render($0) }
        guard !files.isEmpty else { return [] }
        return [WireExchangeRenderer(api: api).render()] + files
    }
}
