import Pipeline

/// One webhook that a sandbox sends: its spec, its secret, and where its deliveries go unless they say otherwise.
struct WebhookSource: Sendable {
    let webhook: ResolvedWebhook
    let signer: WebhookSigner
    let address: WebhookAddress?
    /// The secret where it is the sandbox's own; one of the user's is not repeated.
    let shownSecret: String?

    /// Takes a webhook, its secret (nil: one of the sandbox's own), and the URL of its receiver.
    init(_ webhook: ResolvedWebhook, secret given: String?, url: String?) throws(WebhookProblem) {
        let name = webhook.name
        self.webhook = webhook
        shownSecret = given == nil ? WebhookSigner.exampleSecret(of: webhook) : nil
        do throws(WebhookProblem) {
            signer = try WebhookSigner(webhook, secrets: [given ?? shownSecret ?? ""])
        } catch {
            throw WebhookProblem("the secret of \(name): \(error)")
        }
        address = url.flatMap(WebhookAddress.init)
        if let url, address == nil {
            throw WebhookProblem("the address of \(name) must be an http or https URL, not \(url)")
        }
    }

    /// The bytes of an order's body.
    func body(for order: DeliveryOrder) throws(WebhookProblem) -> [UInt8] {
        let example = webhook.examples.first { $0.name == order.example }
        let body = Array((example?.body ?? "").utf8)
        guard let id = order.id else { return body }
        return try signer.body(body, withID: id)
    }
}
