import Pipeline

extension WebhookSource {
    /// The webhooks of a spec, and what is wrong with the options.
    static func all(
        _ api: ResolvedAPI,
        _ options: SandboxOptions
    ) -> (sources: [WebhookSource], problems: [WebhookProblem]) {
        var sources: [WebhookSource] = []
        var problems: [WebhookProblem] = []
        for webhook in api.webhooks {
            do throws(WebhookProblem) {
                sources.append(
                    try WebhookSource(
                        webhook,
                        secret: options.webhookSecrets[webhook.name],
                        url: options.webhooks[webhook.name],
                        token: options.webhookTokens[webhook.name]
                    )
                )
            } catch {
                problems.append(error)
            }
        }
        let names = api.webhooks.map(\.name)
        for name in Set(options.webhooks.keys).union(options.webhookSecrets.keys).union(options.webhookTokens.keys)
            .sorted() where !names.contains(name)
        {
            let known = names.isEmpty ? "it has none" : "it has " + names.joined(separator: ", ")
            problems.append(WebhookProblem("this API has no webhook \(name); \(known)"))
        }
        return (sources, problems)
    }
}
