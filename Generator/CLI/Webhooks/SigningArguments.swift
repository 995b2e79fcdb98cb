import ArgumentParser
import Pipeline
import Sandbox

/// What signs a delivery or a challenge.
struct SigningArguments: ParsableArguments {
    @Option(help: "The secret that signs; only the webhook's receiver needs to have the same.")
    var secret: String?

    @Option(
        help: """
            The private key that signs, where the receiver has its public key: PEM, Base64 or hex digits, or a file with it.
            """,
        completion: .file(),
        transform: KeyInput.text
    )
    var privateKey: String?

    /// The keys that were given.
    func keys(of webhook: ResolvedWebhook) throws -> WebhookKeySet {
        guard secret != nil || privateKey != nil else {
            throw UsageError.exit(
                webhook.hasPublicKey
                    ? "give the private key that signs with --private-key" : "give the secret that signs with --secret"
            )
        }
        return WebhookKeySet(secrets: secret.map { [$0] } ?? [], privateKey: privateKey)
    }
}
