import SpecYAML
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

struct WebhooksRule: ValidationRule {
    let id = "webhook"
    let summary = "A webhook is signed so that it can be verified, and answered with statuses that mean something."
    private static let largestBody = 67_108_864
    private static let longestTolerance = 86_400_000

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let definitions = context.definitions
        for webhook in context.spec.webhooks {
            checkAnswers(webhook.value, into: &diagnostics)
            checkEvent(webhook.value, definitions, into: &diagnostics)
            checkDeduplication(webhook.value, into: &diagnostics)
            checkSecret(webhook.value.secret, into: &diagnostics)
            checkKeys(webhook.value, into: &diagnostics)
            checkBatch(webhook.value, into: &diagnostics)
            checkLimits(webhook.value, into: &diagnostics)
        }
    }

    private func checkAnswers(_ webhook: WebhookSpec, into diagnostics: inout DiagnosticCollector) {
        for (index, status) in webhook.acknowledge.enumerated() {
            if !(200...299).contains(status.value) {
                diagnostics.error(id, noAcknowledgement, at: status.location)
            } else if webhook.acknowledge[..<index].contains(status) {
                diagnostics.error(id, twice(status.value), at: status.location)
            }
        }
        if webhook.acknowledge.isEmpty { diagnostics.error(id, noStatus, at: webhook.event.location) }
        if !(400...499).contains(webhook.refuse.value) {
            diagnostics.error(id, noRefusal, at: webhook.refuse.location)
        }
        if let busy = webhook.busy, !(400...599).contains(busy.value) {
            diagnostics.error(id, noBusy, at: busy.location)
        }
    }

    private func checkEvent(
        _ webhook: WebhookSpec,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        switch definitions[webhook.event.value] {
        case .model: return
        case .union(let union):
            switch union.discriminator {
            case .field, .header: return
            case .key, .jsonType, .member, .status, .tag: break
            }
            diagnostics.error(id, untagged(webhook.event.value), at: webhook.event.location)
        case .words: diagnostics.error(id, noEvent(webhook.event.value), at: webhook.event.location)
        case nil: diagnostics.error(id, unknown(webhook.event.value, definitions.names), at: webhook.event.location)
        }
    }

    private func checkDeduplication(_ webhook: WebhookSpec, into diagnostics: inout DiagnosticCollector) {
        switch webhook.deduplicate.value {
        case .signature: return
        case .field(let path):
            if !DottedPath.isWellFormed(path) {
                diagnostics.error(id, noPath(path), at: webhook.deduplicate.location)
            }
        case .header(let name):
            if !HeaderToken.isToken(name) { diagnostics.error(id, noToken(name), at: webhook.deduplicate.location) }
        }
    }

    private func checkSecret(_ secret: WebhookSecretSpec, into diagnostics: inout DiagnosticCollector) {
        guard let prefix = secret.prefix, secret.encoding?.value != .base64 else { return }
        diagnostics.error(id, idlePrefix, at: prefix.location)
    }

    private func checkKeys(_ webhook: WebhookSpec, into diagnostics: inout DiagnosticCollector) {
        let algorithm = webhook.signature.algorithm
        guard algorithm.value.resolved.hasPublicKey else {
            if let publicKey = webhook.publicKey {
                diagnostics.error(id, idlePublicKey(algorithm.value.rawValue), at: publicKey.location)
            }
            return
        }
        if webhook.publicKey == nil { diagnostics.error(id, noPublicKey, at: algorithm.location) }
        if webhook.secret.location != .unread { diagnostics.error(id, idleSecret, at: webhook.secret.location) }
    }

    private func checkBatch(_ webhook: WebhookSpec, into diagnostics: inout DiagnosticCollector) {
        guard let batch = webhook.batch else { return }
        if webhook.bodyForm == .form {
            diagnostics.error(id, formBatch, at: batch.location)
        } else if WebhookBatchPath(batch.value) == nil {
            diagnostics.error(id, noBatch(batch.value), at: batch.location)
        }
    }

    private func checkLimits(_ webhook: WebhookSpec, into diagnostics: inout DiagnosticCollector) {
        if let keepFor = webhook.keepFor, keepFor.value < 1 {
            diagnostics.error(id, noTime("keepFor"), at: keepFor.location)
        }
        if let limit = webhook.bodyLimit, !(1...Self.largestBody).contains(limit.value) {
            diagnostics.error(id, noLimit, at: limit.location)
        }
        guard let tolerance = webhook.signature.tolerance else { return }
        if webhook.signature.timestamp == nil {
            diagnostics.error(id, idleTolerance, at: tolerance.location)
        } else if !(1...Self.longestTolerance).contains(tolerance.value) {
            diagnostics.error(id, noTolerance, at: tolerance.location)
        }
    }
}

// MARK: - Messages

extension WebhooksRule {
    private var noAcknowledgement: String {
        "an acknowledgement has a status of 200 to 299; write those that the vendor takes"
    }

    private var noStatus: String { "nothing acknowledges a delivery; write the statuses under 'acknowledge'" }

    private var noRefusal: String { "a forged delivery is refused with a status of 400 to 499; write one, such as 401" }

    private var noBusy: String {
        "a copy that has to come again is answered with a status of 400 to 599; write one, such as 503"
    }

    private var idlePrefix: String {
        "a prefix is taken off a secret that is decoded; write 'encoding: base64' too, or leave it out"
    }

    private var formBatch: String { "a form has one event and no list of them; leave 'batch' or 'body: form' out" }

    private func noBatch(_ path: String) -> String {
        "\(SpecText.quoted(path)) leads to no list; write [] behind each list, and one at the end, such as entry[].changes[]"
    }

    private var noPublicKey: String {
        "this signature is checked with a public key, which the user gives; add 'publicKey' with what it is"
    }

    private var idleSecret: String { "this signature has a public key and no secret; leave 'secret' out" }

    private func idlePublicKey(_ algorithm: String) -> String {
        "'\(algorithm)' is made with a secret, which no public key can be; write 'secret', or another algorithm"
    }

    private var idleTolerance: String {
        "a tolerance is for a signed timestamp, and there is none; add 'timestamp', or leave it out"
    }

    private var noTolerance: String { "a tolerance lies between 1ms and 24h; choose one between them, such as 5m" }

    private var noLimit: String { "a body has between 1 byte and 64 MiB; choose a limit between them" }

    private func noTime(_ key: String) -> String { "'\(key)' is longer than nothing; write a time such as 25h" }

    private func twice(_ status: Int) -> String { "\(status) stands here twice; leave one out" }

    private func noEvent(_ name: String) -> String {
        "\(SpecText.quoted(name)) is a set of words, and an event is an object; name a union or a model"
    }

    private func untagged(_ name: String) -> String {
        "nothing names the events of \(SpecText.quoted(name)); write 'by: { field: <path> }' or 'by: { header: <name> }' in the union"
    }

    private func unknown(_ name: String, _ names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: names).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "define it under 'unions' or 'models'"
        return "no type \(SpecText.quoted(name)); \(fix)"
    }

    private func noPath(_ path: String) -> String {
        "\(SpecText.quoted(path)) is no path; write member names with dots between them, such as data.id"
    }

    private func noToken(_ name: String) -> String {
        "\(SpecText.quoted(name)) cannot name a header; write letters, digits and hyphens, such as webhook-id"
    }
}
