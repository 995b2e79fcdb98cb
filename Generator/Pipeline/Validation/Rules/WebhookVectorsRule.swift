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
            ("timestamp", vector.timestamp?.location), ("id", vector.id?.location), ("url", vector.url?.location),
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
        if let url = vector.url, !WebhookURL.isUsable(url.value) {
            return diagnostics.error(id, noURL, at: url.location)
        }
        compare(vector, webhook, into: &diagnostics)
    }

    private func compare(
        _ vector: WebhookVectorSpec,
        _ webhook: WebhookSpec,
        into diagnostics: inout DiagnosticCollector
    ) {
        let scheme = WebhookSignatureScheme(webhook)
        guard let key = scheme.algorithm.hasPublicKey ? vector.publicKey : vector.secret else {
            let (other, word) =
                scheme.algorithm.hasPublicKey ? (vector.secret, "publicKey") : (vector.publicKey, "secret")
            if let other { diagnostics.error(id, otherKey(word), at: other.location) }
            return
        }
        if scheme.algorithm.hasPublicKey { return verify(vector, key, scheme, into: &diagnostics) }
        let computed = scheme.signature(
            secret: key.value,
            body: vector.body.value,
            timestamp: vector.timestamp.map { String($0.value) },
            id: vector.id?.value,
            url: vector.url?.value
        )
        guard let computed else {
            // A template that nothing can be signed with is another rule's business.
            if isUsable(scheme) { diagnostics.error(id, unusable, at: key.location) }
            return
        }
        if computed != vector.signature.value {
            diagnostics.error(id, differs(vector.signature.value, computed), at: vector.signature.location)
        }
    }
}

extension WebhookVectorsRule {
    private func verify(
        _ vector: WebhookVectorSpec,
        _ key: Located<String>,
        _ scheme: WebhookSignatureScheme,
        into diagnostics: inout DiagnosticCollector
    ) {
        let isValid = scheme.isValid(
            vector.signature.value,
            publicKey: key.value,
            body: vector.body.value,
            timestamp: vector.timestamp.map { String($0.value) },
            id: vector.id?.value,
            url: vector.url?.value
        )
        if isValid == nil, isUsable(scheme) { diagnostics.error(id, noPublicKey, at: key.location) }
        if isValid == false { diagnostics.error(id, doesNotHold, at: vector.signature.location) }
    }

    private func isUsable(_ scheme: WebhookSignatureScheme) -> Bool {
        let template = TextTemplate(scheme.signs)
        let bodies = WebhookSignaturesRule.bodies
        return template.isBalanced && template.placeholders.count { bodies.contains($0) } == 1
            && bodies.contains { scheme.signs.hasSuffix("{\($0)}") }
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

    private var noURL: String { "the URL that is signed is a whole one; write it with https:// and without a fragment" }

    private var noPublicKey: String {
        "this is no public key of the algorithm, or what is signed is not unique; write PEM, Base64 or hex digits"
    }

    private var doesNotHold: String {
        "this signature does not hold under the public key; correct one of the two, or what is signed"
    }

    private func otherKey(_ word: String) -> String {
        "the algorithm goes with a \(word == "secret" ? "secret" : "public key"); write '\(word)' instead"
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
