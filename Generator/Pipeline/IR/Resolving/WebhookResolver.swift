import WaybillJSON
@_spi(Generated) import WaybillWebhooks

/// Turns the webhooks of a spec into what is emitted for them.
struct WebhookResolver {
    /// How long a delivery is remembered where the spec does not say it: longer than a day of repeats.
    static let usualKeepFor = 90_000_000
    /// The largest body where the spec does not say it: 1 MiB.
    static let usualBodyLimit = 1_048_576

    let table: DefinitionTable
    let unions: [UnionIR]

    /// One webhook.
    func resolve(_ webhook: Named<WebhookSpec>) -> WebhookIR {
        let spec = webhook.value
        let event = TypeResolver(table: table).resolve(.named(spec.event.value))
        return WebhookIR(
            name: SwiftNaming.type(webhook.name.value),
            source: table.source(spec.location),
            about: spec.about?.value,
            notes: spec.notes?.value,
            secret: (spec.secret.about?.value, spec.secret.looksLike?.value),
            secretEncoding: spec.secret.encoding?.value ?? .utf8,
            secretPrefix: spec.secret.prefix?.value,
            algorithm: spec.signature.algorithm.value,
            encoding: spec.signature.encoding.value,
            signs: spec.signature.signs.value,
            header: NamedText(name: spec.signature.headerName.value, text: spec.signature.headerValue.value),
            separator: spec.signature.separator?.value,
            idHeader: spec.signature.idHeader?.value,
            timestamp: spec.signature.timestamp.map { timestamp($0) },
            tolerance: spec.signature.tolerance?.value,
            deduplication: spec.deduplicate.value,
            time: spec.time.map { ($0.field.value, $0.type.value) },
            keepFor: spec.keepFor?.value ?? Self.usualKeepFor,
            acknowledge: spec.acknowledge.map(\.value),
            refuse: spec.refuse.value,
            bodyLimit: spec.bodyLimit?.value ?? Self.usualBodyLimit,
            event: event,
            vectors: spec.vectors.map { vector($0) },
            examples: spec.examples.map { example($0, event) }
        )
    }

    private func timestamp(_ timestamp: WebhookSignatureSpec.Timestamp) -> WebhookIR.Timestamp {
        switch timestamp {
        case .header(let name): .header(name.value)
        case .inSignature(let value): .inSignature(value.value)
        }
    }

    private func vector(_ vector: WebhookVectorSpec) -> WebhookVectorIR {
        WebhookVectorIR(
            secret: vector.secret.value,
            body: vector.body.value,
            timestamp: vector.timestamp?.value,
            id: vector.id?.value,
            signature: vector.signature.value
        )
    }

    private func example(_ example: Named<WebhookExampleSpec>, _ event: SwiftType) -> WebhookExampleIR {
        let body = example.value.body.value
        let union = unions.first { .union($0.name) == event }
        let json = try? JSONValue(parsing: Array(body.utf8))
        return WebhookExampleIR(
            name: example.name.value,
            about: example.value.about?.value,
            body: body,
            eventCase: union.flatMap { union in json.flatMap { shape(of: $0, in: union) } }
        )
    }

    private func shape(of body: JSONValue, in union: UnionIR) -> UnionCaseIR? {
        guard case .field(let path, let absent, let isNormalised) = union.discriminator else { return nil }
        let text = path.split(separator: ".").reduce(body) { $0?[String($1)] }?.stringValue
        let word = text.map { isNormalised ? WebhookEventName.dotted($0) : $0 } ?? absent
        return union.cases.first { $0.wireName == word }
    }
}
