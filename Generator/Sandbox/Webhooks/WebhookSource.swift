import Pipeline

/// One webhook that a sandbox sends: its spec, its keys, and where its deliveries go unless they say otherwise.
struct WebhookSource: Sendable {
    let webhook: ResolvedWebhook
    private let keys: WebhookKeySet
    let address: WebhookAddress?
    /// What a receiver needs, the secret or the public key, where it is the sandbox's own; one of the user's is not repeated.
    let shownSecret: String?

    /// Takes a webhook, the secret or the private key that signs (nil: one of the sandbox's own), and the URL of its receiver.
    init(_ webhook: ResolvedWebhook, secret given: String?, url: String?) throws(WebhookProblem) {
        let name = webhook.name
        self.webhook = webhook
        let example = WebhookKeySet.example(of: webhook)
        shownSecret = given == nil ? example.shown : nil
        keys = given.map { WebhookKeySet.signing(webhook, with: $0) } ?? example.keys
        do throws(WebhookProblem) {
            _ = try WebhookSigner(webhook, keys, url: "http://127.0.0.1/")
        } catch {
            throw WebhookProblem("the secret of \(name): \(error)")
        }
        address = url.flatMap(WebhookAddress.init)
        if let url, address == nil {
            throw WebhookProblem("the address of \(name) must be an http or https URL, not \(url)")
        }
    }

    /// What signs the deliveries to an address.
    func signer(for address: WebhookAddress) throws(WebhookProblem) -> WebhookSigner {
        try WebhookSigner(webhook, keys, url: address.text)
    }

    /// The bytes of an order's body.
    func body(for order: DeliveryOrder) throws(WebhookProblem) -> [UInt8] {
        let example = webhook.examples.first { $0.name == order.example }
        let body = Array((example?.body ?? "").utf8)
        guard let id = order.id else { return body }
        return try signer(for: order.address).body(body, withID: id)
    }
}
