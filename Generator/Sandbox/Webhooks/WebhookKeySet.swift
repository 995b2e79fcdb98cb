@_spi(Generated) package import Pipeline
@_spi(Generated) import WaybillWebhooks

/// What signs a webhook's deliveries, and what they are checked with.
public struct WebhookKeySet: Sendable {
    /// One to five secrets, of which the first one signs.
    public var secrets: [String]
    /// One to five public keys, where a private one signs.
    public var publicKeys: [String]
    /// The private key that signs; it is needed for nothing else.
    public var privateKey: String?
    /// The token by which challenges prove themselves; nil: one that everybody may know.
    public var challengeToken: String?

    /// The token of those who have none at hand.
    package static let exampleToken = "sandbox_challenge_token"

    /// Makes a set of keys.
    public init(secrets: [String] = [], publicKeys: [String] = [], privateKey: String? = nil) {
        self.secrets = secrets
        self.publicKeys = publicKeys
        self.privateKey = privateKey
    }

    /// The set with what follows from it, and without what a webhook of this kind must not have.
    func completed(for webhook: ResolvedWebhook) throws(WebhookProblem) -> WebhookKeySet {
        let scheme = webhook.definition.scheme
        if challengeToken != nil, !webhook.hasChallengeToken {
            throw WebhookProblem("the challenges of \(webhook.name) have no token")
        }
        guard webhook.hasPublicKey else {
            if publicKeys.isEmpty, privateKey == nil { return self }
            throw WebhookProblem("\(webhook.name) is signed with a secret, and has no public key")
        }
        guard secrets.isEmpty else {
            throw WebhookProblem("\(webhook.name) is signed with a private key, and has no secret")
        }
        guard let privateKey else { return self }
        guard let publicKey = scheme.publicKey(of: privateKey) else {
            throw WebhookProblem("privateKey must be a key of this kind, in PEM, Base64 or hexadecimal digits")
        }
        var keys = self
        if publicKeys.isEmpty { keys.publicKeys = [publicKey] }
        return keys
    }

    /// Keys in the form that the service has its own, for those who have none at hand; and what its receiver needs of them.
    package static func example(of webhook: ResolvedWebhook) -> (keys: WebhookKeySet, shown: String) {
        let scheme = webhook.definition.scheme
        if let privateKey = scheme.exampleKey {
            return (WebhookKeySet(privateKey: privateKey), scheme.publicKey(of: privateKey) ?? "")
        }
        let secret =
            switch scheme.secret.encoding {
            case .utf8: (webhook.secretLooksLike ?? "") + "sandbox_webhook_secret"
            // "sandbox-webhook-secret-32-bytes!".
            case .base64: (scheme.secret.prefix ?? "") + "c2FuZGJveC13ZWJob29rLXNlY3JldC0zMi1ieXRlcyE="
            case .hex: "73616e64626f782d776562686f6f6b2d7365637265742d33322d627974657321"
            }
        return (WebhookKeySet(secrets: [secret]), secret)
    }

    /// What a user gives to sign with: a secret, or where there are public keys a private one.
    package static func signing(_ webhook: ResolvedWebhook, with key: String) -> WebhookKeySet {
        webhook.hasPublicKey
            ? WebhookKeySet(privateKey: key) : WebhookKeySet(secrets: [key])
    }
}
