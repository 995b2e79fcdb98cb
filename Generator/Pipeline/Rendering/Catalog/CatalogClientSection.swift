/// The part of the page that shows how each client is made.
struct CatalogClientSection {
    let api: ResolvedAPI

    var lines: [String] {
        var lines = ["## Clients", ""]
        for client in api.clients {
            lines += ["### ``\(client.identifier.text)``", "", Markdown.line(client.about ?? "A client."), ""]
            lines += Markdown.swift { writer in
                writer.line("import \(api.module)")
                writer.blank()
                writer.layout(
                    .call("\(client.identifier)", arguments(client)),
                    prefix: "let \(Self.variable(client, api)) = try "
                )
            }
            for way in client.otherWays {
                lines += [Markdown.line(Sentence.joined(["Or another way: `\(way.name)`.", way.about])), ""]
                lines += Markdown.swift { writer in
                    writer.layout(
                        .call("\(client.identifier)", arguments(way.client)),
                        prefix: "let \(Self.variable(client, api)) = try "
                    )
                }
            }
            lines += facts(client)
        }
        return lines
    }

    /// The variable that stands for a client in all examples.
    static func variable(_ client: ResolvedClient, _ api: ResolvedAPI) -> SwiftIdentifier {
        let name = client.identifier.text
        let own = name.hasPrefix(api.module.text) ? String(name.dropFirst(api.module.text.count)) : name
        return SwiftNaming.member(own.isEmpty ? "client" : own)
    }

    private func arguments(_ client: ResolvedClient) -> [SwiftLayout] {
        var arguments: [SwiftLayout] = []
        if case .url(let url) = client.address {
            arguments.append(.code("\(label: url.identifier): \(literal: url.example)"))
        }
        arguments += client.parameters.filter { $0.defaultValue == nil }.map {
            .code("\(label: $0.identifier): \($0.identifier)")
        }
        return arguments
            + client.credentials.filter { $0.defaultValue == nil }.map {
                .code("\(label: $0.identifier): \($0.identifier)")
            }
    }

    private func facts(_ client: ResolvedClient) -> [String] {
        var facts: [String] = []
        for parameter in client.parameters {
            let isInPath = client.pathParameters.contains { $0.name == parameter.name }
            let use = isInPath ? "Stands in every path." : "Goes out with every request."
            let usual = parameter.defaultText.map { "Without one it is `\($0)`." }
            let text = Sentence.joined([parameter.about ?? use, usual])
            facts.append("- `\(parameter.identifier.text)`: \(Markdown.line(text))")
        }
        for credential in client.allCredentials {
            let looks = credential.looksLike.map { "It begins with \(Markdown.code($0))." }
            let text = Sentence.joined(
                [
                    credential.about ?? "The credential.", looks,
                    client.allWays.compactMap { $0.webTokenKey(credential) }.first.map(WebTokenRenderer.text),
                ]
            )
            facts.append("- `\(credential.identifier.text)`: \(Markdown.line(text))")
        }
        for option in client.options {
            facts.append(
                "- `\(option.identifier.text)`: \(Markdown.line(Sentence.joined([option.about ?? "The allowed values."])))"
            )
        }
        if case .servers(let servers) = client.address {
            let names = servers.map { "`.\($0.identifier.text)` (\(Markdown.line($0.url)))" }
            facts.append("- `server`: \(names.joined(separator: ", "))")
        }
        for host in client.hosts {
            let text = Sentence.joined([host.about ?? "Another host.", "Some operations go there: \(host.exampleURL)"])
            facts.append("- host `\(host.name)`: \(Markdown.line(text))")
        }
        if let token = client.allWays.compactMap(\.token).first {
            facts.append("- \(Markdown.line(TokenRenderer(token: token).text))")
        }
        if !client.overridablePaths.isEmpty {
            let names = client.overridablePaths.map {
                "`\($0.identifier.text)` (\(Markdown.code($0.operation.path.description)))"
            }
            facts.append("- `paths`: other paths, should the service have them: \(names.joined(separator: ", "))")
        }
        return facts.isEmpty ? [] : facts + [""]
    }
}
