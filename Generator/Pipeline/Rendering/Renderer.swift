/// Turns an API into the files of its module, one for each type.
struct Renderer {
    /// All files, in the spec's order.
    func render(_ api: API) -> GeneratedModule {
        let index = DefinitionIndex(models: api.models, unions: api.unions)
        var files = [exports(api)]
        files += api.clients.map { ClientRenderer(api: api).render($0) }
        files += api.webhooks.map { WebhookRenderer(api: api).render($0) }
        files += [ErrorRenderer(api: api).render(), EnumRenderer().render(api.errors.codes)]
        for client in api.clients {
            files += client.resources.map { ResourceRenderer(api: api, client: client, index: index).render($0) }
        }
        files += api.models.map { ModelRenderer(index: index).render($0) }
        files += api.unions.map { union in
            union.isEvent ? EventRenderer().render(union) : UnionRenderer(index: index).render(union)
        }
        files += api.enums.map { EnumRenderer().render($0) }
        files.append(CatalogRenderer(api: api).render())
        let tests = WireTestRenderer(api: api).render()
        return GeneratedModule(name: api.module.text, parts: parts(of: api), files: files, tests: tests)
    }

    private func parts(of api: API) -> [RuntimePart] {
        let signs = api.clients.contains { $0.signature != nil }
        return (signs ? [.signing] : []) + (receivesEvents(api) ? [.webhooks] : [])
    }

    private func receivesEvents(_ api: API) -> Bool {
        !api.webhooks.isEmpty || api.unions.contains(where: \.isEvent)
    }

    /// The file that hands on what users name, so that they import one module.
    private func exports(_ api: API) -> GeneratedFile {
        var writer = SwiftWriter()
        writer.line(.comment("\(FileHeader.mark)\(api.source). Do not edit: change the spec and run `make generate`."))
        writer.blank()
        writer.line("@_exported public import WaybillRuntime")
        if receivesEvents(api) { writer.line("@_exported public import WaybillWebhooks") }
        return GeneratedFile(path: "Exports.swift", text: writer.text)
    }
}
