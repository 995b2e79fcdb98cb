@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

/// The part of the page that explains what the service sends by itself.
struct CatalogWebhookSection {
    let api: ResolvedAPI

    /// The section; nothing where the service sends nothing.
    var lines: [String] {
        guard !api.webhooks.isEmpty else { return [] }
        return ["## Webhooks", ""] + api.webhooks.flatMap { section($0) }
    }

    private func section(_ webhook: ResolvedWebhook) -> [String] {
        let about = Markdown.line(webhook.about ?? "Receives what the service sends by itself.")
        var lines = ["### ``\(webhook.identifier.text)``", "", about, ""]
        for paragraph in Markdown.paragraphs(webhook.notes ?? "") { lines += [paragraph, ""] }
        lines += [
            "It takes the bytes and the header fields of a request from any framework, the fields as `HTTPFields` or as pairs",
            "like `(name: \"\(Markdown.line(webhook.definition.scheme.header))\", value: \"…\")`. Nothing is parsed before the signature holds:",
            "",
        ]
        lines += receiving(webhook)
        lines += [
            "To claim a delivery, work on it and answer in one step, so that each is worked on at least once: work that fails comes",
            "again, and so does a copy that comes while the first is being worked on; a later copy is acknowledged:",
            "",
        ]
        lines += processing(webhook)
        if let batch = WebhookText.batch(webhook) { lines += ["- \(Markdown.line(batch))"] }
        if let type = WebhookText.type(webhook) { lines += ["- \(Markdown.line(type))"] }
        if let challenge = WebhookText.challenge(webhook) { lines += ["- \(Markdown.line(challenge))"] }
        lines += ["- \(Markdown.line(WebhookText.replay(webhook)))"]
        lines += ["- \(Markdown.line(WebhookText.deduplication(webhook)))"]
        lines += ["- \(Markdown.line(WebhookText.acknowledgement(webhook)))"]
        let store =
            "A store in memory knows the copies of one process; several processes share one, see ``DeduplicationStore``."
        return lines + ["- \(store)", ""] + events(webhook)
    }

    private func receiving(_ webhook: ResolvedWebhook) -> [String] {
        Markdown.swift { writer in
            let keys = WebhookKeyText(webhook).argument
            let url: SwiftCode = webhook.signsURL ? ", url: url" : ""
            let token: SwiftCode = webhook.hasChallengeToken ? ", challengeToken: token" : ""
            writer.line("let webhook = try \(webhook.identifier)(\(keys): [current, previous]\(url)\(token))")
            if webhook.isBatch {
                writer.line("for delivery in try webhook.receive(body: bytes, headers: headers) {")
                writer.indented { $0.line("print(delivery.id, delivery.event)") }
                return writer.line("}")
            }
            writer.line("let delivery = try webhook.receive(body: bytes, headers: headers)")
            guard let union = webhook.event.union, let first = union.cases.first else { return }
            writer.line("switch delivery.event {")
            writer.line("case .\(member: first.identifier)(let event): print(event)")
            writer.line("case .unrecognized(let event): print(event.type ?? \"no type\")")
            writer.line("default: break")
            writer.line("}")
        }
    }

    private func processing(_ webhook: ResolvedWebhook) -> [String] {
        Markdown.swift { writer in
            writer.line("let store = InMemoryDeduplicationStore()")
            writer.line(
                "let status = try await webhook.process(body: bytes, headers: headers, store: store) { delivery in"
            )
            writer.indented { $0.line("print(delivery.id, delivery.event)") }
            writer.line("}")
        }
    }

    private func events(_ webhook: ResolvedWebhook) -> [String] {
        guard let union = webhook.event.union else { return [] }
        let rows = union.cases.map { shape in
            [
                "`.\(shape.identifier.text)`", Markdown.code(shape.wireName),
                Sentence.joined([shape.about ?? "An event."]),
                "`\(shape.type.code.text)`",
            ]
        }
        let unrecognized = "new types and events that cannot be read come as `.unrecognized`"
        return ["The events of ``\(union.identifier.text)``; \(unrecognized):", ""]
            + Markdown.table(["Case", "On the wire", "Meaning", "Payload"], rows)
    }
}
