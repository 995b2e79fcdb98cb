/// Writes the page of documentation of an API: everything that a user needs to know of it, on one page.
struct CatalogRenderer {
    let api: ResolvedAPI

    /// The page, for DocC and for readers of the file itself.
    func render() -> GeneratedFile {
        var lines = ["# ``\(api.module.text)``", ""]
        lines += [Markdown.line(api.about ?? "A client library."), ""]
        lines += overview
        lines += installation
        lines += CatalogClientSection(api: api).lines
        lines += CatalogOperationSection(api: api).lines
        lines += CatalogLimitSection(api: api).lines
        lines += CatalogPageSection(api: api).lines
        lines += CatalogWebhookSection(api: api).lines
        lines += CatalogErrorSection(api: api).lines
        lines += CatalogJobSection(api: api).lines
        lines += CatalogCertaintySection(api: api).lines
        lines.append("<!-- \(FileHeader.mark)\(folder). Do not edit: change the spec and run `make generate`. -->")
        let name = api.module.text
        return GeneratedFile(path: "\(name).docc/\(name).md", text: lines.joined(separator: "\n") + "\n")
    }

    private var folder: String {
        Markdown.line(api.location.shownFile.split(separator: "/").dropLast().joined(separator: "/"))
    }

    private var overview: [String] {
        var lines = ["## Overview", ""]
        for paragraph in Markdown.paragraphs(api.notes ?? "") { lines += [paragraph, ""] }
        if let docs = api.docs { lines += ["The service's own documentation: <\(Markdown.line(docs))>", ""] }
        if let rate = api.rateText { lines += ["Rate: \(Markdown.line(rate))", ""] }
        lines += [
            "A client is `Sendable`: make one and share it. Each call returns an ``APIResponse``, which has the answer's own",
            "properties, and beside them `http`: status, headers, attempts, raw body. A failed call throws",
            "``\(api.errorName.text)``.", "",
        ]
        return lines
    }

    private var installation: [String] {
        let name = api.module.text
        return [
            "## Installation", "", "In `Package.swift`, add the package that holds this module, and then the product:",
            "",
            "```swift", ".target(name: \"App\", dependencies: [.product(name: \"\(name)\", package: \"waybill\")])",
            "```", "",
        ]
    }
}
