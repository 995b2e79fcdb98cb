import Pipeline

/// One webhook that a sandbox sends: its spec, its keys, and where its deliveries go unless they say otherwise.
struct WebhookSource: Sendable {
    let webhook: ResolvedWebhook
    private let keys: WebhookKeySet
    let address: WebhookAddress?
    /// What a receiver needs, the secret or the public key, where it is the sandbox's own; one of the user's is not repeated.
    let shownSecret: String?

    /// The token of its challenges, where they have one and it is the sandbox's own.
    let shownToken: String?

    /// Takes a webhook, the secret or the private key that signs (nil: one of the sandbox's own), the URL of its receiver, and the
    /// token of its challenges.
    init(
        _ webhook: ResolvedWebhook,
        secret given: String?,
        url: String?,
        token: String? = nil
    ) throws(WebhookProblem) {
        let name = webhook.name
        self.webhook = webhook
        let example = WebhookKeySet.example(of: webhook)
        shownSecret = given == nil ? example.shown : nil
        shownToken = webhook.hasChallengeToken && token == nil ? WebhookKeySet.exampleToken : nil
        var keys = given.map { WebhookKeySet.signing(webhook, with: $0) } ?? example.keys
        keys.challengeToken = token
        self.keys = keys
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

    /// What the header says of an order's event, where one names it.
    private func type(for order: DeliveryOrder) -> String? {
        webhook.examples.first { $0.name == order.example }.flatMap(\.type)
    }

    /// What is sent for an order, signed at a time.
    func message(
        for order: DeliveryOrder,
        body: [UInt8],
        id: String?,
        at seconds: Int64? = nil
    ) throws(WebhookProblem) -> WebhookMessage {
        let signer = try signer(for: order.address)
        if let text = order.challenge { return try signer.challenge(text, tampering: order.tampering) }
        return try signer.message(
            body: body,
            id: id,
            type: type(for: order),
            at: seconds,
            tampering: order.tampering
        )
    }

    /// The bytes of an order's body.
    func body(for order: DeliveryOrder) throws(WebhookProblem) -> [UInt8] {
        let example = webhook.examples.first { $0.name == order.example }
        let body = Array((example?.body ?? "").utf8)
        guard let id = order.id else { return body }
        return try signer(for: order.address).body(body, withID: id)
    }
}
