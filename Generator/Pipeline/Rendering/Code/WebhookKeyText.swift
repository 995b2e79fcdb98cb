@_spi(Generated) import WaybillWebhooks

/// The argument by which a user gives a webhook its secrets, or its public keys.
struct WebhookKeyText {
    private let webhook: ResolvedWebhook
    private let hasPublicKey: Bool

    init(_ webhook: ResolvedWebhook) {
        self.webhook = webhook
        hasPublicKey = webhook.hasPublicKey
    }

    /// Its name.
    var argument: SwiftIdentifier { SwiftIdentifier(made: hasPublicKey ? "publicKeys" : "secrets") }

    /// What it is, for the documentation.
    var documentation: String {
        let looks = webhook.secretLooksLike.map { "It begins with `\($0)`." }
        guard hasPublicKey else {
            return Sentence.joined([webhook.secretAbout ?? "The webhook's secret.", looks])
                + " One to five, the newest first: while secrets are changed, both hold."
        }
        return Sentence.joined([webhook.secretAbout ?? "The webhook's public key.", looks])
            + " One to five, in PEM, Base64 or hexadecimal digits: while keys are changed, both hold."
    }

    /// When a webhook cannot be made.
    func failure(_ webhook: ResolvedWebhook) -> String {
        let key =
            hasPublicKey
            ? "``ConfigurationError`` where a key is no public key of this kind"
            : "``ConfigurationError`` where a secret is blank or cannot be a key"
        let url = webhook.signsURL ? ", or the URL is none" : ""
        return key + url + (webhook.hasChallengeToken ? ", or the token is blank." : ".")
    }
}
