import Connectly

/// A program's day with Connectly: a message, a template where the conversation is closed, and what becomes of them.
struct ConnectlyDemo {
    let url: String
    let dashboard: Dashboard

    func run() async throws {
        print("\nConnectly: WhatsApp conversations, and signed webhooks")
        let connectly = try ConnectlyClient(
            businessID: "biz_01HF0000000000000000000001",
            apiKey: "connectly_sandbox_key",
            configuration: ClientConfiguration(baseURL: url, observers: [dashboard])
        )
        try await send(with: connectly)
        try await meetAClosedConversation(with: connectly)
        try await receive()
    }

    private func send(with connectly: ConnectlyClient) async throws {
        let sent = try await connectly.messages.send(
            recipient: .init(id: "+16045550199"),
            message: .init(
                text: "Is 3 o'clock fine?",
                content: .replyButtonMessage(
                    .init(buttons: [.init(id: "yes", text: "Yes"), .init(id: "no", text: "No")])
                )
            ),
            callbackData: ["order": 42]
        )
        tell("Sent a session message with two buttons: \(sent.id).")
    }

    private func meetAClosedConversation(with connectly: ConnectlyClient) async throws {
        try await SandboxControl(url: url).fail(
            "messages.send",
            status: 400,
            code: "ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW"
        )
        var refusal: String?
        do throws(ConnectlyError) {
            _ = try await connectly.messages.send(recipient: .init(id: "+16045550199"), message: .init(text: "Hello"))
        } catch {
            switch error {
            case .outsideWindow(let failure): refusal = failure.message
            default: throw DemoError("A closed conversation gave: \(error)")
            }
        }
        guard let refusal else { throw DemoError("A closed conversation took a message.") }
        tell("The next one was refused, since the conversation is closed: \(refusal)")

        let sent = try await connectly.messages.sendTemplate(
            number: "+16045550199",
            templateName: "order_ready",
            language: "en",
            parameters: [.init(name: "body_1", value: "Ada")]
        )
        tell("Sent a template instead, which may go out at any time: \(sent.id).")
    }

    /// Puts each event into a queue and answers then; events come out of order, twice, and from people who have no secret.
    ///
    /// A queue of a real program outlives the process: in this one an event that was answered is lost with it.
    private func receive() async throws {
        let webhook = try ConnectlyWebhook(
            secrets: ["sandbox_webhook_secret"],
            configuration: WebhookConfiguration(observers: [dashboard])
        )
        let store = InMemoryDeduplicationStore()
        let sandbox = SandboxControl(url: url)
        let (events, queue) = AsyncStream.makeStream(of: ConnectlyEvent.self)
        try await LoopbackServer.run { headers, body in
            try await webhook.process(body: body, headers: headers, store: store) { queue.yield($0.event) }
        } while: { address in
            for example in ["text", "sent", "read"] {
                try expect([200], try await sandbox.deliver(example, to: address))
            }
            try expect([200, 200], try await sandbox.deliver("delivered", to: address, ["times": 2]))
            try expect([403], try await sandbox.deliver("text", to: address, ["tamper": "body"]))
            try expect([403], try await sandbox.deliver("text", to: address, ["tamper": "signature"]))
        }
        queue.finish()
        tell("Answered all deliveries, a copy among them, and only now works on them, once each:")
        await work(on: events)
        tell("Refused two forgeries with 403: one body was changed, one signature was another's.")
    }

    private func work(on events: AsyncStream<ConnectlyEvent>) async {
        var latest: DeliveryStatus?
        for await event in events {
            switch event {
            case .message(let message):
                tell("\(message.sender?.name ?? "A customer") wrote: \(message.content.text ?? "")")
            case .deliveryStatus(let change) where latest.map(change.update.status.advances) ?? true:
                latest = change.update.status
                tell(
                    "Message \(change.update.id), for order \(change.callbackData?["order"] ?? .null), is \(change.update.status)."
                )
            case .deliveryStatus(let change):
                tell("Heard late that it is \(change.update.status): it is \(latest?.rawValue ?? "?") already.")
            case .report, .unrecognized:
                tell("Something else happened.")
            }
        }
    }
}
