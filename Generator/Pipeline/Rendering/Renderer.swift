/// Turns an API into the files of its module, one for each type.
struct Renderer {
    let api: ResolvedAPI

    /// All files, in the spec's order; they are made on all cores.
    func render() -> GeneratedModule {
        let files = steps.concurrentMap { $0() }
        return GeneratedModule(
            name: api.module.text,
            parts: parts,
            files: files.flatMap(\.sources),
            tests: files.flatMap(\.tests)
        )
    }

    /// Files of the module, and of its tests.
    private typealias Files = (sources: [GeneratedFile], tests: [GeneratedFile])

    /// What makes files, each independent of the others, in the order of what they make.
    private var steps: [@Sendable () -> Files] {
        let index = RequestIndex(api)
        let scope = TypeScope(of: api)
        var steps: [@Sendable () -> GeneratedFile] = [{ exports }]
        steps += api.clients.map { client in { ClientRenderer(api: api, scope: scope).render(client) } }
        steps += api.webhooks.map { webhook in { WebhookRenderer(api: api, scope: scope).render(webhook) } }
        steps.append { ErrorRenderer(api: api, scope: scope).render() }
        steps.append { EnumRenderer(scope: scope).render(api.errors.codes.value, folder: "") }
        for client in api.clients {
            let renderer = ResourceRenderer(api: api, client: client, index: index, scope: scope)
            steps += client.resources.map { resource in { renderer.render(resource) } }
        }
        let models = ModelRenderer(api: api, index: index, scope: scope)
        steps += api.definitions.models.map { model in { models.render(model) } }
        steps += api.definitions.unions.map { union in
            {
                union.isEvent
                    ? EventRenderer(api: api, scope: scope).render(union)
                    : UnionRenderer(api: api, index: index, scope: scope).render(union)
            }
        }
        steps += api.definitions.enums.map { words in
            { EnumRenderer(scope: scope).render(words.value, folder: api.folder(of: words.location) + "/") }
        }
        steps.append { CatalogRenderer(api: api).render() }
        let tests: [@Sendable () -> Files] = WireTestRenderer(api: api).steps.map { step in { ([], [step()]) } }
        return steps.map { step in { ([step()], []) } } + tests
    }

    private var parts: [RuntimePart] {
        let signs = api.clients.flatMap(\.allWays).contains(where: \.signs)
        return (signs ? [.signing] : []) + (receivesEvents ? [.webhooks] : [])
    }

    private var receivesEvents: Bool {
        !api.webhooks.isEmpty || api.definitions.unions.contains(where: \.isEvent)
    }

    /// The file that hands on what users name, so that they import one module.
    private var exports: GeneratedFile {
        var writer = SwiftWriter()
        let source = api.location.shownFile
        writer.line(.comment("\(FileHeader.mark)\(source). Do not edit: change the spec and run `make generate`."))
        writer.blank()
        writer.line("@_exported public import WaybillRuntime")
        if receivesEvents { writer.line("@_exported public import WaybillWebhooks") }
        return GeneratedFile(path: "Exports.swift", text: writer.text)
    }
}
