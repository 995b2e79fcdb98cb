import Pipeline
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

extension WebhookDefinition {
    /// The webhook of a spec, as the runtime takes it.
    init(_ webhook: Named<WebhookSpec>) {
        let spec = webhook.value
        let deduplication: WebhookDeduplicationKey =
            switch spec.deduplicate.value {
            case .signature: .signature
            case .field(let path): .field(path)
            case .header(let name): .header(name)
            }
        self.init(
            name: webhook.name.value,
            scheme: WebhookSignatureScheme(spec.signature, spec.secret),
            deduplication: deduplication,
            keepFor: .milliseconds(spec.keepFor?.value ?? 90_000_000),
            acknowledgement: WebhookAcknowledgement(
                statuses: spec.acknowledge.map(\.value),
                refusal: spec.refuse.value
            ),
            bodyLimit: spec.bodyLimit?.value ?? 1_048_576
        )
    }
}

extension WebhookSignatureScheme {
    /// The signature of a spec, as the runtime takes it.
    init(_ spec: WebhookSignatureSpec, _ secret: WebhookSecretSpec) {
        let separator: WebhookSignatureSeparator =
            switch spec.separator?.value {
            case nil: .none
            case .space: .space
            case .comma: .comma
            }
        let timestamp: WebhookTimestampSource? = spec.timestamp.map { timestamp in
            switch timestamp {
            case .header(let name): .header(name.value)
            case .inSignature(let value): .inSignature(value.value)
            }
        }
        self.init(
            algorithm: spec.algorithm.value == .sha256 ? .sha256 : .sha512,
            encoding: spec.encoding.value == .hex ? .hex : .base64,
            signs: spec.signs.value,
            header: spec.headerName.value,
            value: spec.headerValue.value,
            separator: separator,
            secret: WebhookSecretFormat(
                encoding: secret.encoding?.value == .base64 ? .base64 : .utf8,
                prefix: secret.prefix?.value
            ),
            id: spec.idHeader?.value,
            timestamp: timestamp,
            tolerance: spec.tolerance.map { .milliseconds($0.value) }
        )
    }
}
