/// The part of the page that shows how each client is made.
struct CatalogClientSection {
    let api: API

    /// The section.
    var lines: [String] {
        var lines = ["## Clients", ""]
        for client in api.clients {
            lines += ["### ``\(client.name.text)``", "", Markdown.line(client.about ?? "A client."), ""]
            lines += Markdown.swift { writer in
                writer.line("import \(api.module)")
                writer.blank()
                writer.layout(
                    .call("\(client.name)", arguments(client)),
                    prefix: "let \(Self.variable(client, api)) = try "
                )
            }
            lines += facts(client)
        }
        return lines
    }

    /// The variable that stands for a client in all examples.
    static func variable(_ client: ClientIR, _ api: API) -> SwiftIdentifier {
        let name = client.name.text
        let own = name.hasPrefix(api.module.text) ? String(name.dropFirst(api.module.text.count)) : name
        return SwiftNaming.member(own.isEmpty ? "client" : own)
    }

    private func arguments(_ client: ClientIR) -> [SwiftLayout] {
        var arguments: [SwiftLayout] = []
        if case .url(let name, _, _, let example) = client.address {
            arguments.append(.code("\(label: name): \(literal: example)"))
        }
        arguments += client.parameters.map { .code("\(label: $0.name): \($0.name)") }
        return arguments
            + client.credentials.filter { $0.defaultValue == nil }.map { .code("\(label: $0.name): \($0.name)") }
    }

    private func facts(_ client: ClientIR) -> [String] {
        var facts: [String] = []
        for parameter in client.parameters {
            let text = Sentence.joined([parameter.about ?? "Stands in every path."])
            facts.append("- `\(parameter.name.text)`: \(Markdown.line(text))")
        }
        for credential in client.credentials {
            let looks = credential.looksLike.map { "It begins with \(Markdown.code($0))." }
            let text = Sentence.joined([credential.about ?? "The credential.", looks])
            facts.append("- `\(credential.name.text)`: \(Markdown.line(text))")
        }
        for option in client.options {
            facts.append(
                "- `\(option.name.text)`: \(Markdown.line(Sentence.joined([option.about ?? "The allowed values."])))"
            )
        }
        if case .servers(let servers) = client.address {
            let names = servers.map { "`.\($0.name.text)` (\(Markdown.line($0.url)))" }
            facts.append("- `server`: \(names.joined(separator: ", "))")
        }
        if !client.overridable.isEmpty {
            let names = client.overridable.map { "`\($0.name.text)` (\(Markdown.code($0.path)))" }
            facts.append("- `paths`: other paths, should the service have them: \(names.joined(separator: ", "))")
        }
        return facts.isEmpty ? [] : facts + [""]
    }
}
