import WaybillJSON
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillSigning
@_spi(Generated) import WaybillWebhooks

extension WebhookSignatureScheme {
    /// The signature of a webhook, as the runtime verifies it.
    init(_ webhook: WebhookSpec) {
        let spec = webhook.signature
        self.init(
            algorithm: spec.algorithm.value.resolved,
            encoding: spec.encoding.value.resolved,
            signs: spec.signs.value,
            header: spec.headerName.value,
            value: spec.headerValue.value,
            separator: spec.separator?.value.resolved ?? .none,
            secret: WebhookSecretFormat(
                encoding: webhook.secret.encoding?.value.resolved ?? .utf8,
                prefix: webhook.secret.prefix?.value
            ),
            id: spec.idHeader?.value,
            timestamp: spec.timestamp?.resolved,
            tolerance: spec.tolerance.map { .milliseconds($0.value) }
        )
    }
}

extension WebhookSpec {
    /// How the body of a delivery is written, as the runtime reads it.
    var bodyForm: WebhookBodyForm {
        switch body?.value {
        case .json, nil: .json
        case .form: .form
        }
    }

    /// The events of a body as JSON, each with what is wrong with its place; nil where the body is neither JSON nor a form.
    func events(of body: [UInt8]) -> [(json: JSONValue, fault: String?)]? {
        guard let json = bodyForm.json(of: body) else { return nil }
        guard bodyForm == .json, let batch else { return [(json, nil)] }
        // Where a path that is none leads to, nobody knows.
        guard let path = WebhookBatchPath(batch.value) else { return [] }
        return path.elements(in: json).map { ($0.json, $0.fault.map { "\($0)" }) }
    }
}

extension WebhookSignatureSpec.Algorithm {
    var resolved: WebhookSignatureAlgorithm {
        switch self {
        case .sha1: .sha1
        case .sha256: .sha256
        case .sha512: .sha512
        case .ed25519: .ed25519
        case .p256: .p256
        }
    }
}

extension WebhookSignatureSpec.Separator {
    fileprivate var resolved: WebhookSignatureSeparator {
        switch self {
        case .space: .space
        case .comma: .comma
        }
    }
}

extension WebhookSignatureSpec.Timestamp {
    fileprivate var resolved: WebhookTimestampSource {
        switch self {
        case .header(let name): .header(name.value)
        case .inSignature(let value): .inSignature(value.value)
        }
    }
}

extension WebhookSecretSpec.Encoding {
    fileprivate var resolved: SignatureRecipe.KeyEncoding {
        switch self {
        case .utf8: .utf8
        case .base64: .base64
        case .hex: .hex
        }
    }
}
