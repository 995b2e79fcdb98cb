import Pipeline
@_spi(Generated) import WaybillRuntime

extension ElementBuilder {
    func resource(_ resource: ResolvedResource) -> SpecElement {
        var element = SpecElement(.resource, resource.name, at: resource.location)
        element.alias = resource.operations.map(Self.endpoint).joined(separator: ",")
        element.facts = [SpecFact("about", resource.about, .documentation)] + FactText.certainty(resource.certainty)
        let owners = owners(of: resource)
        element.symbols = owners.flatMap { owner in
            [resource.type.text, resource.identifier.text].map { SymbolClaim(path: "\(owner).\($0)") }
        }
        let functions = owners.map { "\($0).\(resource.type.text)" }
        element.children = resource.operations.map { operation in
            let waiters = resource.waiters.filter { $0.polled.id == operation.id }.map(\.identifier.text)
            return self.operation(operation, in: functions, waiters)
        }
        element.children += resource.waiters.map { waiter($0, in: functions) }
        return element
    }

    /// The clients that have a resource.
    private func owners(of resource: ResolvedResource) -> [String] {
        api.clients.filter { $0.resources.contains { $0.name == resource.name } }.map(\.identifier.text)
    }

    private static func endpoint(_ operation: ResolvedOperation) -> String { "\(operation.method) \(operation.path)" }

    /// - Parameter waiters: The functions that take its arguments, and poll it.
    private func operation(_ operation: ResolvedOperation, in owners: [String], _ waiters: [String]) -> SpecElement {
        var element = SpecElement(.operation, operation.name, at: operation.location)
        element.alias = Self.endpoint(operation)
        element.facts = facts(of: operation)
        let names = [operation.identifier.text, operation.allPages.text]
        let headers = owners.map { "\($0).\(operation.headersType.text)" }
        element.symbols = owners.flatMap { owner in names.map { SymbolClaim(path: "\(owner).\($0)") } }
        let functions = owners.flatMap { owner in (names + waiters).map { "\(owner).\($0)" } }
        if !operation.answerHeaders.isEmpty { element.symbols += headers.map { SymbolClaim(path: $0) } }
        if operation.isOverridable { element.symbols += clients.map { SymbolClaim(path: "\($0).Paths") } }
        let path = operation.parameters(in: .path).map { ResolvedMember.field($0) }
        let arguments = operation.parameters(in: .argument).map { ResolvedMember.field($0) }
        element.children =
            members(path, .pathParameter, at: operation.location, functions)
            + members(arguments, .argument, at: operation.location, functions)
            + members(operation.body.members, .bodyField, at: operation.location, functions)
            + members(operation.query, .queryParameter, at: operation.location, functions)
            + members(operation.headers, .headerParameter, at: operation.location, functions)
            + operation.answerHeaders.map { answerHeader($0, in: headers) } + operation.examples.map(example)
        return element
    }

    private func answerHeader(_ header: ResolvedAnswerHeader, in types: [String]) -> SpecElement {
        var element = SpecElement(.answerHeader, header.name, key: header.name.lowercased(), at: header.location)
        element.directions = [.answer]
        element.isOptional = true
        // The type comes with the first of them, and goes with the last.
        element.symbols = types.flatMap { type in
            [SymbolClaim(path: "\(type).\(header.identifier.text)"), SymbolClaim(path: type)]
        }
        element.facts =
            [
                SpecFact("about", header.about, .documentation),
                SpecFact("swift", header.identifier.text, .swift),
                SpecFact("type", .optional(header.type)),
            ] + FactText.certainty(header.certainty)
        return element
    }

    private var clients: [String] { api.clients.map(\.identifier.text) }

    private func facts(of operation: ResolvedOperation) -> [SpecFact] {
        var facts = [
            SpecFact("about", operation.about, .documentation),
            SpecFact("notes", operation.notes, .documentation),
            SpecFact("deprecated", operation.deprecated, .swift),
            SpecFact("http", Self.endpoint(operation), .endpoint),
            SpecFact("host", operation.host, .address),
            SpecFact("auth", operation.isAuthenticated ? nil : "none", .authentication),
            SpecFact("overridable", operation.isOverridable ? "true" : nil, .swift),
            SpecFact("success", "\(operation.success)", .success),
            SpecFact("resend", operation.resend.rawValue, .resend),
            SpecFact("because", operation.because, .documentation),
        ]
        facts += FactText.key(operation.key)
        facts.append(SpecFact("idempotencyKey.keep", operation.keyLifetime.map(FactText.duration), .resend))
        if operation.answer != nil, operation.envelope.paths != api.envelope.paths {
            facts.append(SpecFact("envelope", FactText.envelope(operation.envelope), .envelope))
        }
        let alternatives = FactText.list(operation.body.alternatives.map(\.name))
        facts += [
            SpecFact("encoding", FactText.encoding(operation.body), .encoding, directions: [.request]),
            SpecFact("wholeBody", wholeBody(operation.body), .encoding, directions: [.request]),
            SpecFact("contentType", operation.body.contentType, .encoding, directions: [.request]),
            SpecFact("atLeastOneOf", alternatives, .alternatives, directions: [.request]),
            SpecFact("additionalProperties", operation.body.additionalProperties, .swift),
        ]
        facts += FactText.pages(operation.pages)
        facts += [
            operation.rawAnswer.map { SpecFact("returns", $0.rawValue, .answerForm) }
                ?? SpecFact("returns", operation.answer, directions: [.answer]),
            SpecFact("accept", operation.accept, .constant, directions: [.request]),
            SpecFact("answerLimit", operation.answerLimit.map { FactText.bytes($0) }, .pacing),
            SpecFact("rate", FactText.rate(operation.rates), .pacing),
            SpecFact("rate.about", FactText.list(operation.rates.compactMap(\.about)), .documentation),
            SpecFact("ifNoneMatch", operation.revalidates ? "true" : nil, .swift),
            SpecFact("throws", FactText.list(operation.failures.map(\.name)), .documentation),
            SpecFact("sandbox", operation.sandbox.map { FactText.sandbox($0) }, .sandbox),
        ]
        facts += FactText.certainty(operation.certainty)
        return facts + operation.like.map { SpecFact("like.\($0.language)", $0.call, .documentation) }
    }

    /// The argument that is the whole body, as JSON.
    private func wholeBody(_ body: RequestBody) -> String? {
        body.isWhole && body.encoding == .json ? body.members.first?.wireName : nil
    }

    private func example(_ example: ResolvedExample) -> SpecElement {
        var element = SpecElement(.example, example.name, at: example.location)
        let response = example.response ?? example.responseBytes.map { FactText.bytes($0.count) }
        element.facts =
            [
                SpecFact("about", example.about, .documentation),
                SpecFact("arguments", FactText.arguments(of: example), .documentation),
                SpecFact("request", example.request, .documentation),
                SpecFact("status", "\(example.status)", .documentation),
                SpecFact("response", response, .documentation),
                SpecFact("responseHeaders", FactText.headers(of: example), .documentation),
            ] + FactText.certainty(example.certainty)
        return element
    }

    private func waiter(_ waiter: ResolvedWaiter, in owners: [String]) -> SpecElement {
        var element = SpecElement(.waiter, waiter.name, at: waiter.location)
        element.facts =
            [
                SpecFact("about", waiter.about, .documentation),
                SpecFact("notes", waiter.notes, .documentation),
                SpecFact("poll", waiter.polled.id, .pacing),
                SpecFact("until", waiter.until.name, .pacing),
                SpecFact("statusField", waiter.status?.name, .documentation),
                SpecFact("every", FactText.duration(waiter.interval), .pacing),
                SpecFact("timeout", FactText.duration(waiter.timeout), .pacing),
            ] + FactText.certainty(waiter.certainty)
        element.symbols = owners.map { SymbolClaim(path: "\($0).\(waiter.identifier.text)") }
        return element
    }
}
