/// Turns an API into the files of its module, one for each type.
struct Renderer {
    let api: ResolvedAPI

    /// All files, in the spec's order.
    func render() -> GeneratedModule {
        let index = RequestIndex(api)
        let scope = TypeScope(of: api)
        var files = [exports]
        files += api.clients.map { ClientRenderer(api: api, scope: scope).render($0) }
        files += api.webhooks.map { WebhookRenderer(api: api, scope: scope).render($0) }
        files += [ErrorRenderer(api: api, scope: scope).render()]
        files.append(EnumRenderer(scope: scope).render(api.errors.codes.value, folder: ""))
        for client in api.clients {
            let renderer = ResourceRenderer(api: api, client: client, index: index, scope: scope)
            files += client.resources.map { renderer.render($0) }
        }
        files += api.definitions.models.map { ModelRenderer(api: api, index: index, scope: scope).render($0) }
        files += api.definitions.unions.map { union in
            union.isEvent
                ? EventRenderer(api: api, scope: scope).render(union)
                : UnionRenderer(api: api, index: index, scope: scope).render(union)
        }
        files += api.definitions.enums.map {
            EnumRenderer(scope: scope).render($0.value, folder: api.folder(of: $0.location) + "/")
        }
        files.append(CatalogRenderer(api: api).render())
        let tests = WireTestRenderer(api: api).render()
        return GeneratedModule(name: api.module.text, parts: parts, files: files, tests: tests)
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
