import Pipeline
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

extension ElementBuilder {
    func webhook(_ webhook: ResolvedWebhook) -> SpecElement {
        var element = SpecElement(.webhook, webhook.name, at: webhook.location)
        element.directions = [.webhook]
        element.symbols = [SymbolClaim(path: webhook.identifier.text)]
        let definition = webhook.definition
        let key = webhook.hasPublicKey ? "publicKey" : "secret"
        element.facts =
            [
                SpecFact("about", webhook.about, .documentation),
                SpecFact("notes", webhook.notes, .documentation),
                SpecFact("\(key).about", webhook.secretAbout, .documentation),
                SpecFact("\(key).looksLike", webhook.secretLooksLike, .documentation),
                SpecFact("event", webhook.event),
                SpecFact("body", definition.body.rawValue, .webhookSignature),
                SpecFact("batch", definition.batch, .discriminator),
            ] + signature(definition.scheme)
        element.facts +=
            [
                SpecFact("deduplicate", FactText.deduplication(definition.deduplication), .reception),
                SpecFact("time", definition.time.map { "\($0.form) at \($0.field)" }, .reception),
                SpecFact("challenge", definition.challenge.map(FactText.challenge), .challenge),
                SpecFact("keepFor", FactText.duration(definition.keepFor.milliseconds), .reception),
                SpecFact("bodyLimit", FactText.bytes(definition.bodyLimit), .reception),
                SpecFact("acknowledge", FactText.list(webhook.acknowledgements.map(String.init)), .acknowledgement),
                SpecFact("refuse", "\(definition.acknowledgement.refusal)", .acknowledgement),
                SpecFact("busy", "\(definition.acknowledgement.busy)", .acknowledgement),
                SpecFact("vectors", FactText.list(webhook.vectors.map(\.signature)), .documentation),
            ] + FactText.certainty(webhook.certainty)
        element.children = webhook.examples.map { example in
            var child = SpecElement(.example, example.name, at: webhook.location)
            child.facts =
                [
                    SpecFact("about", example.about, .documentation), SpecFact("body", example.body, .documentation),
                    SpecFact("type", example.type, .documentation),
                ] + FactText.certainty(example.certainty)
            return child
        }
        return element
    }

    private func signature(_ scheme: WebhookSignatureScheme) -> [SpecFact] {
        let timestamp: String? =
            switch scheme.timestamp {
            case .header(let name): "header \(name)"
            case .inSignature(let form): "in the signature, \(form)"
            case nil: nil
            }
        return [
            SpecFact("secret.encoding", scheme.secret.encoding.rawValue, .webhookSignature),
            SpecFact("secret.prefix", scheme.secret.prefix, .webhookSignature),
            SpecFact("signature.algorithm", scheme.algorithm.rawValue, .webhookSignature),
            SpecFact("signature.encoding", scheme.encoding.rawValue, .webhookSignature),
            SpecFact("signature.signs", scheme.signs, .webhookSignature),
            SpecFact("signature.header.name", scheme.header, .webhookSignature),
            SpecFact("signature.header.value", scheme.value, .webhookSignature),
            SpecFact("signature.header.separator", "\"\(scheme.separator.rawValue)\"", .webhookSignature),
            SpecFact("id", scheme.id.map { "header \($0)" }, .webhookSignature),
            SpecFact("timestamp", timestamp, .webhookSignature),
            SpecFact("tolerance", scheme.tolerance.map { FactText.duration($0.milliseconds) }, .reception),
        ]
    }
}
