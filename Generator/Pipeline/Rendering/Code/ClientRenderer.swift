/// Writes the file of a client: its initialiser, its resources, and how requests are sent.
struct ClientRenderer {
    let api: ResolvedAPI
    let scope: TypeScope

    func render(_ client: ResolvedClient) -> GeneratedFile {
        var writer = SwiftWriter(scope)
        let signing: [SwiftCode] =
            client.allWays.contains(where: \.signs) ? ["@_spi(Generated) import WaybillSigning"] : []
        FileHeader.write(from: api.location.shownFile, imports: signing + ["import WaybillTransport"], to: &writer)
        writer.doc(documentation(client))
        writer.block("public struct \(client.identifier): APIClient") { writer in
            writer.doc("What its calls throw.")
            writer.line("public typealias Failure = \(type: api.errorName)")
            writer.blank()
            writer.doc("What sends its calls.")
            writer.line("public let core: ClientCore")
            writer.blank()
            ClientArgumentsRenderer(client: client).writeTypes(to: &writer)
            for (place, way) in client.allWays.enumerated() {
                if place > 0 { writer.blank() }
                ClientInitializerRenderer(client: way, isOneOfSeveral: !client.otherWays.isEmpty).write(to: &writer)
            }
            for resource in client.resources { write(resource, to: &writer) }
            writeMeasurements(client, to: &writer)
        }
        writer.blank()
        writer.block("extension \(type: client.identifier)") { writer in
            ClientDefinitionRenderer(api: api).write(client, to: &writer)
        }
        return GeneratedFile(path: "\(client.identifier.text).swift", text: writer.text)
    }

    private func documentation(_ client: ResolvedClient) -> DocComment {
        var comment = DocComment(client.about, or: "A client of \(api.name).")
        let docs = api.docs.map { "See <\($0)>." }
        comment.add([api.about, docs].compactMap(\.self).joined(separator: " "))
        comment.add("Make one client and share it: it is `Sendable`, and all its calls use the same connections.")
        if !client.otherWays.isEmpty {
            comment.add(
                "There are several ways to authenticate; each has an initialiser, and nothing of another one is sent."
            )
        }
        comment.add(client.allWays.compactMap(\.token).first.map { TokenRenderer(token: $0).text })
        comment.add(hosts(client))
        comment.add(api.rateText.map { "Rate: \($0)" })
        comment.add(api.certainty + client.certainty)
        return comment
    }

    private func hosts(_ client: ResolvedClient) -> String? {
        if client.hosts.isEmpty { return nil }
        let names = client.hosts.map { host in
            Sentence.joined(["`\(host.name)` (<\(host.exampleURL)>)" + (host.about.map { ": \($0)" } ?? "")])
        }
        let other = "`configuration.hostURLs` takes the place of the spec's addresses."
        return (["Some operations go to other hosts:"] + names + [other]).joined(separator: " ")
    }

    private func write(_ resource: ResolvedResource, to writer: inout SwiftWriter) {
        writer.blank()
        writer.doc(DocComment(resource.about, or: "The operations of `\(resource.name)`."))
        writer.line("public var \(resource.identifier): \(resource.type) { \(resource.type)(client: self) }")
    }

    private func writeMeasurements(_ client: ResolvedClient, to writer: inout SwiftWriter) {
        let rate = api.metadata.rateLimit
        if !rate.isEmpty {
            writer.blank()
            writer.doc(
                "The rate limit as the newest answer gave it, or nil where that gave none; a network failure leaves it alone."
            )
            writer.line("public var lastRateLimit: RateLimit? { core.lastRateLimit }")
        }
        if rate.hasSeveral {
            writer.blank()
            writer.doc(
                "All windows of the rate limit as the newest answer gave them; a network failure leaves them alone."
            )
            writer.line("public var lastRateLimits: [RateLimit] { core.lastRateLimits }")
        }
        guard api.metadata.requestID != nil else { return }
        writer.blank()
        writer.doc(
            "The request id of the newest answer, or nil where that gave none; a network failure leaves it alone."
        )
        writer.line("public var lastRequestID: String? { core.lastRequestID }")
    }
}
