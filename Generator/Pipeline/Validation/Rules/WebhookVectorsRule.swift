import SpecYAML
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

struct WebhookVectorsRule: LocalRule {
    let id = "webhook-vector"
    let summary = "The known signatures of a webhook are what the runtime computes."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for webhook in context.spec.webhooks {
            if webhook.value.vectors.isEmpty { diagnostics.error(id, noVectors, at: webhook.name.location) }
            for vector in webhook.value.vectors { check(vector, webhook.value, into: &diagnostics) }
        }
    }

    private func check(_ vector: WebhookVectorSpec, _ webhook: WebhookSpec, into diagnostics: inout DiagnosticCollector)
    {
        let signed = TextTemplate(webhook.signature.signs.value).placeholders
        let given: [(String, SourceLocation?)] = [
            ("timestamp", vector.timestamp?.location), ("id", vector.id?.location),
        ]
        for (name, location) in given {
            if signed.contains(name), location == nil {
                return diagnostics.error(id, missing(name), at: vector.location)
            }
            if !signed.contains(name), let location { diagnostics.error(id, idle(name), at: location) }
        }
        if let timestamp = vector.timestamp, timestamp.value < 0 {
            return diagnostics.error(id, tooEarly, at: timestamp.location)
        }
        compare(vector, webhook, into: &diagnostics)
    }

    private func compare(
        _ vector: WebhookVectorSpec,
        _ webhook: WebhookSpec,
        into diagnostics: inout DiagnosticCollector
    ) {
        let computed = WebhookSignatureScheme(webhook).signature(
            secret: vector.secret.value,
            body: vector.body.value,
            timestamp: vector.timestamp.map { String($0.value) },
            id: vector.id?.value
        )
        guard let computed else {
            // A template that nothing can be signed with is another rule's business.
            if isUsable(TextTemplate(webhook.signature.signs.value)), webhook.signature.signs.value.hasSuffix("{body}")
            {
                diagnostics.error(id, unusable, at: vector.secret.location)
            }
            return
        }
        if computed != vector.signature.value {
            diagnostics.error(id, differs(vector.signature.value, computed), at: vector.signature.location)
        }
    }
}

extension WebhookVectorsRule {
    private func isUsable(_ template: TextTemplate) -> Bool {
        template.isBalanced && template.placeholders.count { $0 == "body" } == 1
            && template.placeholders.allSatisfy { WebhookSignaturesRule.placeholders.contains($0) }
    }
}

// MARK: - Messages

extension WebhookVectorsRule {
    private var noVectors: String { "a signature needs a known result to be checked with; add 'vectors:'" }

    private var tooEarly: String { "a signed time is a number of seconds since 1970; write 0 or more" }

    private var unusable: String {
        "no key can be made of this secret, or what is signed is not unique; correct the secret, its encoding or the id"
    }

    private func missing(_ name: String) -> String {
        "the signature is made with \(SpecText.quoted(name)), which this vector lacks; add it"
    }

    private func idle(_ name: String) -> String {
        "the signature is not made with \(SpecText.quoted(name)); leave it out"
    }

    private func differs(_ expected: String, _ computed: String) -> String {
        // A signature of 64 bytes is longer than what messages quote otherwise.
        let isPlain = expected.utf8.count <= 128 && expected.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        let quoted = isPlain ? "'\(expected)'" : SpecText.quoted(expected)
        return "the vector expects \(quoted), and the scheme computes '\(computed)'; correct one of the two"
    }
}
