import Pipeline

/// Makes the tree of a spec's elements from what the spec means.
struct ElementBuilder {
    let api: ResolvedAPI
    let directions: DirectionIndex

    init(_ api: ResolvedAPI) {
        self.api = api
        directions = DirectionIndex(api)
    }

    /// The whole API.
    func element() -> SpecElement {
        var element = SpecElement(.api, api.name, key: "", at: api.location)
        element.facts = facts
        element.children =
            api.clients.map(client) + api.resources.map(resource) + errors + api.webhooks.map(webhook)
            + api.definitions.models.map { model($0.value) } + api.definitions.enums.map { wordSet($0.value) }
            + api.definitions.unions.map { union($0.value) }
        return element
    }

    private var facts: [SpecFact] {
        [
            SpecFact("api", api.name, .swift),
            SpecFact("about", api.about, .documentation),
            SpecFact("notes", api.notes, .documentation),
            SpecFact("docs", api.docs, .documentation),
            SpecFact("envelope", FactText.envelope(api.envelope), .envelope),
            SpecFact("requestID", api.metadata.requestID, .metadata),
        ] + FactText.rate(api.metadata.rateLimit) + [
            SpecFact("replayed", api.metadata.replayed, .metadata),
            SpecFact("rate", FactText.rate(api.rates), .pacing),
            SpecFact("rate.about", FactText.list(api.rates.compactMap(\.about)), .documentation),
            SpecFact("timeouts.connect", api.timeouts.connect.map(FactText.duration), .pacing),
            SpecFact("timeouts.attempt", api.timeouts.attempt.map(FactText.duration), .pacing),
            SpecFact("timeouts.call", api.timeouts.call.map(FactText.duration), .pacing),
        ] + FactText.certainty(api.certainty) + FactText.retry(api.retry) + [
            SpecFact("sandbox", FactText.sandbox(api.sandbox), .sandbox),
            SpecFact("errors.message", FactText.paths(api.errors.message), .errorPaths),
            SpecFact("errors.code", FactText.paths(api.errors.code), .errorPaths),
            SpecFact("errors.details", FactText.paths(api.errors.details), .errorPaths),
            SpecFact("errors.refusal", api.errors.refusal.map(FactText.refusal), .refusal),
        ]
    }
}
