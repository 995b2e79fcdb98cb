/// The part of the page about lists that come in pages.
struct CatalogPageSection {
    let api: ResolvedAPI

    /// The section; nothing where no list does.
    var lines: [String] {
        let calls = api.clients.flatMap { client in
            client.resources.flatMap { resource in
                resource.operations.compactMap { operation in operation.pages.map { _ in (client, resource, operation) }
                }
            }
        }
        guard !calls.isEmpty else { return [] }
        var lines = [
            "## Pages", "",
            "These calls go through all pages of a list. Pages are fetched one after the other as elements are asked for, so",
            "that whoever stops early fetches no more; an error ends the sequence.", "",
        ]
        lines += Markdown.swift { writer in
            for (client, resource, operation) in calls {
                let variable = CatalogClientSection.variable(client, api)
                let call: SwiftCode = "\(variable).\(member: resource.identifier).\(member: operation.allPages)()"
                writer.line("for try await element in \(call) { print(element) }")
            }
        }
        return lines + [
            "`pages` of such a sequence has the answers themselves, one a page, each with the position of the next one.",
            "`resuming(at:)` goes on from a position that was kept, or from the `stoppedAt` of an error.", "",
        ]
    }
}
