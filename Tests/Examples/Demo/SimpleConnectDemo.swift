import SimpleConnect

/// A program's day with SimpleConnect: signed events, a duplicate, the integration's state, a template message.
struct SimpleConnectDemo {
    let url: String
    let dashboard: Dashboard

    func run() async throws {
        print("\nSimpleConnect: signed events, and template messages by API key")
        let integration = try client(secret: "whsec_sandbox")
        try await deliver(through: integration)
        try await verify(integration)
        try await beRefused(by: integration)
        try await useAWrongSecret()
        try await sendATemplate()
    }

    private func client(secret: String) throws -> SimpleConnectClient {
        try SimpleConnectClient(
            endpoint: "\(url)/api/v1/integrations/purepani/events",
            keyID: "wa_sec_sandbox",
            secret: secret,
            eventKeys: ["customer_payment_received"],
            configuration: ClientConfiguration(observers: [dashboard])
        )
    }

    private func deliver(through integration: SimpleConnectClient) async throws {
        let content = EventContent(
            eventID: "pp_payment_42",
            fields: ["customer_name": "Ramesh Kumar", "payment_amount": "450.00"]
        )
        let recipient = EventRecipient(mobileNo: "+919812345678", name: "Ramesh Kumar")
        let first = try await integration.events.deliver(
            "customer_payment_received",
            recipient: recipient,
            event: content
        )
        guard !first.isDuplicate else { throw DemoError("The first delivery was a duplicate.") }
        tell("Delivered event \(first.eventID ?? "?"), signed: status \(first.http.status), \(first.status ?? "?").")

        let second = try await integration.events.deliver(
            "customer_payment_received",
            recipient: recipient,
            event: content
        )
        guard second.isDuplicate else { throw DemoError("The repeated delivery was no duplicate.") }
        tell("Delivered it again: status \(second.http.status), a duplicate; the server did nothing.")

        let detail = try await integration.events.detail("pp_payment_42")
        tell("Read it back: \(detail.event?.status?.rawValue ?? "?").")
    }

    private func verify(_ integration: SimpleConnectClient) async throws {
        let snapshot = try await integration.integrations.verify()
        let flow = snapshot[eventFlow: "customer_payment_received"]
        tell(
            "The integration is connected: \(snapshot.isConnected); its payment flow is enabled: \(flow?.isEnabled ?? false)."
        )
    }

    private func beRefused(by integration: SimpleConnectClient) async throws {
        var refusal: String?
        do throws(SimpleConnectError) {
            _ = try await integration.events.deliver(
                "customer_payment_recieved",
                recipient: .init(mobileNo: "+919812345678")
            )
        } catch {
            refusal = error.message
        }
        guard let refusal else { throw DemoError("A misspelt event key was accepted.") }
        tell("Refused before anything was sent: \(refusal)")
    }

    private func useAWrongSecret() async throws {
        let stranger = try client(secret: "whsec_wrong")
        var refusal: String?
        do throws(SimpleConnectError) {
            _ = try await stranger.integrations.verify()
        } catch {
            switch error {
            case .authentication(let failure): refusal = failure.message
            default: throw DemoError("A wrong secret gave: \(error)")
            }
        }
        guard let refusal else { throw DemoError("A wrong secret was accepted.") }
        tell("A wrong secret: \(refusal)")
    }

    private func sendATemplate() async throws {
        let client = try SimpleConnectMessagesClient(
            baseURL: url,
            apiKey: "sk_live_sandbox",
            configuration: ClientConfiguration(observers: [dashboard])
        )
        let delivery = try await client.messages.deliver(
            templateName: "order_update",
            recipients: [.init(mobileNo: "919999999999", name: "John Doe")],
            header: .text(["Order Update"]),
            body: ["John", "ORDER-101"]
        )
        guard let message = delivery.messages.first, let id = message.messageID else {
            throw DemoError("No recipient was accepted.")
        }
        let detail = try await client.messages.detail(id)
        tell("Sent a template by API key: message \(id) is \(detail.status?.rawValue ?? "?").")
    }
}
