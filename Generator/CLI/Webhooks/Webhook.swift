import ArgumentParser

/// `waybill webhook`: signs, checks and sends the deliveries of a spec's webhooks.
struct Webhook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sign, check and send webhook deliveries, and challenge their receivers.",
        discussion: """
            The deliveries are the examples of the spec, or bodies of your own, signed as the service signs them. They go \
            nowhere but to the URL that you name.
            """,
        subcommands: [SignWebhook.self, VerifyWebhook.self, SendWebhook.self, ChallengeWebhook.self]
    )
}
