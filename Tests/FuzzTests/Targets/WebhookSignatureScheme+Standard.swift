@_spi(Generated) import WaybillSigning
@_spi(Generated) import WaybillWebhooks

extension WebhookSignatureScheme {
    /// Standard Webhooks 1.0.0: an id and a timestamp are signed, each in a field of its own.
    static let standard = WebhookSignatureScheme(
        algorithm: .sha256,
        encoding: .base64,
        signs: "{id}.{timestamp}.{body}",
        header: "webhook-signature",
        value: "v1,{signature}",
        separator: .space,
        secret: WebhookSecretFormat(encoding: .base64, prefix: "whsec_"),
        id: "webhook-id",
        timestamp: .header("webhook-timestamp"),
        tolerance: .seconds(300)
    )
}
