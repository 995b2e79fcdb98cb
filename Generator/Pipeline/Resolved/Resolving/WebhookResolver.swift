@_spi(Generated) import WaybillJSON
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

/// Resolves the webhooks of a spec.
struct WebhookResolver {
    let definitions: Definitions

    func resolve(_ webhook: Named<WebhookSpec>) -> ResolvedWebhook {
        let spec = webhook.value
        let event = definitions.type(.named(spec.event.value))
        return ResolvedWebhook(
            name: webhook.name.value,
            location: webhook.name.location,
            about: spec.about?.value,
            notes: spec.notes?.value,
            secretAbout: (spec.publicKey?.about ?? spec.secret.about)?.value,
            secretLooksLike: (spec.publicKey?.looksLike ?? spec.secret.looksLike)?.value,
            definition: definition(webhook, event),
            event: event,
            vectors: spec.vectors.map { vector($0) },
            examples: spec.examples.map { example($0, event, spec) },
            certainty: spec.certainty
        )
    }

    private func definition(_ webhook: Named<WebhookSpec>, _ event: ResolvedType) -> WebhookDefinition {
        let spec = webhook.value
        // What the spec leaves out is the runtime's to say.
        let usual = WebhookDefinition(name: webhook.name.value, scheme: WebhookSignatureScheme(spec))
        return WebhookDefinition(
            name: usual.name,
            scheme: usual.scheme,
            body: spec.bodyForm,
            batch: spec.batch?.value,
            deduplication: deduplication(spec.deduplicate.value),
            type: type(event),
            typeHeader: typeHeader(event),
            time: spec.time.map { WebhookTime(field: $0.field.value, form: form($0.type.value)) },
            challenge: spec.challenge.map { WebhookChallenge($0) },
            keepFor: spec.keepFor.map { .milliseconds($0.value) } ?? usual.keepFor,
            acknowledgement: WebhookAcknowledgement(
                statuses: spec.acknowledge.map(\.value),
                refusal: spec.refuse.value,
                busy: spec.busy?.value ?? usual.acknowledgement.busy
            ),
            bodyLimit: spec.bodyLimit?.value ?? usual.bodyLimit
        )
    }

    private func deduplication(_ spec: WebhookDeduplicationSpec) -> WebhookDeduplicationKey {
        switch spec {
        case .signature: .signature
        case .field(let path): .field(path)
        case .header(let name): .header(name)
        }
    }

    /// Where the type of an event stands; nil where there is one type only.
    private func type(_ event: ResolvedType) -> String? {
        guard case .field(let path, _, _)? = event.union?.value.discriminator else { return nil }
        return path.text
    }

    /// The header that names the event; nil where there is none.
    private func typeHeader(_ event: ResolvedType) -> String? {
        guard case .header(let name, _, _)? = event.union?.value.discriminator else { return nil }
        return name
    }

    private func form(_ form: WebhookTimeSpec.Form) -> WebhookTime.Form {
        switch form {
        case .rfc3339: .rfc3339
        case .epoch: .epoch
        case .english: .english
        }
    }

    private func vector(_ vector: WebhookVectorSpec) -> ResolvedWebhookVector {
        ResolvedWebhookVector(
            key: (vector.secret ?? vector.publicKey)?.value ?? "",
            body: vector.body.value,
            timestamp: vector.timestamp?.value,
            id: vector.id?.value,
            url: vector.url?.value,
            signature: vector.signature.value
        )
    }

    private func example(
        _ example: Named<WebhookExampleSpec>,
        _ event: ResolvedType,
        _ webhook: WebhookSpec
    ) -> ResolvedWebhookExample {
        let (body, type) = (example.value.body.value, example.value.type?.value)
        return ResolvedWebhookExample(
            name: example.name.value,
            about: example.value.about?.value,
            body: body,
            type: type,
            shapes: (webhook.events(of: Array(body.utf8)) ?? []).map { element in
                event.union?.value.shape(of: element.json, named: type)
            },
            certainty: example.value.certainty
        )
    }
}
