import Pipeline

extension ElementBuilder {
    func client(_ client: ResolvedClient) -> SpecElement {
        let type = client.identifier.text
        var element = SpecElement(.client, client.name, at: client.location)
        element.symbols = [SymbolClaim(path: type)]
        element.alias = client.exampleURL + client.resources.map(\.name).joined(separator: ",")
        element.facts = [
            SpecFact("about", client.about, .documentation),
            SpecFact("basePath", client.basePath?.description, .address),
            SpecFact("resources", FactText.list(client.resources.map(\.name)), .swift),
        ]
        element.facts += client.requestHeaders.map { name, value in
            SpecFact("headers.\(name)", value.description, .constant, directions: [.request])
        }
        element.facts += client.hosts.flatMap(FactText.host)
        element.facts += FactText.authentication(client) + FactText.token(client.token)
        element.facts += FactText.webToken(client.webToken)
        element.facts.append(SpecFact("auth.about", client.ownWay?.about, .documentation))
        element.facts += FactText.certainty(client.certainty)
        switch client.address {
        case .servers(let servers): element.children = servers.map { server($0, of: client) }
        case .url(let url):
            element.facts += [
                SpecFact("url.argument", url.argument, .swift),
                SpecFact("url.about", url.about, .documentation),
                SpecFact("url.suffix", url.suffix, .address),
                SpecFact("url.example", url.example, .documentation),
            ]
        }
        element.children += client.parameters.map { field($0, .clientParameter, [.request], owners: [type + ".init"]) }
        element.children += client.credentials.map { credential($0, of: client) }
        element.children += client.otherWays.map { way($0, of: client) }
        element.children += client.options.map { field($0, .option, [], owners: [type + ".init"]) }
        return element
    }

    private func server(_ server: ResolvedServer, of client: ResolvedClient) -> SpecElement {
        var element = SpecElement(.server, server.name, at: client.location)
        element.alias = server.url
        element.facts = [SpecFact("url", server.url, .address)]
        element.symbols = [SymbolClaim(path: "\(client.identifier.text).Server.\(server.identifier.text)")]
        return element
    }

    /// A way to authenticate beside the first one, whose facts are the client's own.
    private func way(_ way: ResolvedWay, of client: ResolvedClient) -> SpecElement {
        var element = SpecElement(.way, way.name, at: way.location)
        element.directions = [.request]
        element.facts = [SpecFact("about", way.about, .documentation)]
        element.facts += FactText.authentication(way.client) + FactText.token(way.client.token)
        element.facts += FactText.webToken(way.client.webToken)
        element.symbols = [SymbolClaim(path: client.identifier.text + ".init")]
        element.children = way.client.credentials.map { credential($0, of: client) }
        return element
    }

    private func credential(_ credential: ResolvedCredential, of client: ResolvedClient) -> SpecElement {
        var element = SpecElement(.credential, credential.name, at: client.location)
        element.isOptional = credential.defaultValue != nil
        element.directions = [.request]
        element.facts =
            [
                SpecFact("about", credential.about, .documentation),
                SpecFact("looksLike", credential.looksLike, .documentation),
                SpecFact("default", credential.defaultValue, .defaultValue),
            ] + FactText.certainty(credential.certainty)
        element.symbols = [
            SymbolClaim(path: client.identifier.text + ".init", label: credential.identifier.text)
        ]
        return element
    }
}
