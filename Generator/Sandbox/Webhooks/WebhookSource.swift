import Pipeline

/// One webhook that a sandbox sends: its spec, its secret, and where its deliveries go unless they say otherwise.
struct WebhookSource: Sendable {
    let webhook: ResolvedWebhook
    let signer: WebhookSigner
    let address: WebhookAddress?
    /// The secret where it is the sandbox's own; one of the user's is not repeated.
    let shownSecret: String?

    init(_ webhook: ResolvedWebhook, _ options: SandboxOptions) throws(WebhookProblem) {
        let name = webhook.name
        let given = options.webhookSecrets[name]
        self.webhook = webhook
        shownSecret = given == nil ? WebhookSigner.exampleSecret(of: webhook) : nil
        do throws(WebhookProblem) {
            signer = try WebhookSigner(webhook, secrets: [given ?? shownSecret ?? ""])
        } catch {
            throw WebhookProblem("the secret of \(name): \(error)")
        }
        address = options.webhooks[name].flatMap(WebhookAddress.init)
        if let text = options.webhooks[name], address == nil {
            throw WebhookProblem("the address of \(name) must be an http or https URL, not \(text)")
        }
    }

    /// The webhooks of a spec, and what is wrong with the options.
    static func all(
        _ api: ResolvedAPI,
        _ options: SandboxOptions
    ) -> (sources: [WebhookSource], problems: [WebhookProblem]) {
        var sources: [WebhookSource] = []
        var problems: [WebhookProblem] = []
        for webhook in api.webhooks {
            do throws(WebhookProblem) {
                sources.append(try WebhookSource(webhook, options))
            } catch {
                problems.append(error)
            }
        }
        let names = api.webhooks.map(\.name)
        for name in Set(options.webhooks.keys).union(options.webhookSecrets.keys).sorted() where !names.contains(name) {
            let known = names.isEmpty ? "it has none" : "it has " + names.joined(separator: ", ")
            problems.append(WebhookProblem("this API has no webhook \(name); \(known)"))
        }
        return (sources, problems)
    }

    /// The bytes of an order's body.
    func body(for order: DeliveryOrder) throws(WebhookProblem) -> [UInt8] {
        let example = webhook.examples.first { $0.name == order.example }
        let body = Array((example?.body ?? "").utf8)
        guard let id = order.id else { return body }
        return try signer.body(body, withID: id)
    }
}
