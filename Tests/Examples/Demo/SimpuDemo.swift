import Simpu
import Synchronization

/// A program's day with Simpu: a text, a one-time password, contacts, and events that are worked on before the answer.
struct SimpuDemo {
    let url: String
    let dashboard: Dashboard

    func run() async throws {
        print("\nSimpu: texts, one-time passwords, contacts, and signed webhooks")
        let simpu = try SimpuClient(
            apiKey: "simpu_sandbox_key",
            configuration: ClientConfiguration(baseURL: url, observers: [dashboard])
        )
        try await send(with: simpu)
        try await checkAPassword(with: simpu)
        try await listContacts(with: simpu)
        try await receive()
    }

    private func send(with simpu: SimpuClient) async throws {
        let sent = try await simpu.sms.send(
            recipients: ["2348000000001", "2348000000002"],
            senderID: "Farmgate",
            content: "Your order is ready.",
            externalRef: "order-1001"
        )
        let charge = sent.meta?.estimate?.charge.map { "\($0)" } ?? "an unknown sum"
        tell("Sent a text to \(sent.recipients.count) phones for \(charge): \(sent.id).")
    }

    private func checkAPassword(with simpu: SimpuClient) async throws {
        let password = try await simpu.otp.request(recipient: "2348000000001", length: 6, expiresIn: 10)
        tell("Sent a one-time password: \(password.statusDesc ?? "?").")
        _ = try await simpu.otp.verify(id: password.id, token: "483920")
        tell("Checked what was typed in: right.")

        var refusal: String?
        do throws(SimpuError) {
            _ = try await simpu.otp.verify(id: "ffffffffffffffffffffffffffffffff", token: "483920")
        } catch {
            switch error {
            case .notFound(let failure): refusal = failure.message
            default: throw DemoError("An unknown password gave: \(error)")
            }
        }
        guard let refusal else { throw DemoError("An unknown password was right.") }
        tell("Checked it for a password that was never sent: \(refusal)")
    }

    private func listContacts(with simpu: SimpuClient) async throws {
        let table = try await simpu.contacts.table()
        guard let name = table[column: "name"] else { throw DemoError("There is no column for names.") }
        var names: [String] = []
        for try await row in simpu.contacts.queryAll(filters: [.init(columnID: name.id, value: "Ada")]) {
            names.append(row.columns?[name.id]?.stringValue ?? "?")
        }
        tell("Went through all pages of contacts with Ada in their name: \(names.joined(separator: ", ")).")
    }

    /// Works first and answers afterwards, so that work that fails comes again.
    private func receive() async throws {
        let webhook = try SimpuWebhook(
            secrets: ["the_secret_after_this_one", "sandbox_webhook_secret"],
            configuration: WebhookConfiguration(observers: [dashboard])
        )
        let store = InMemoryDeduplicationStore()
        let sandbox = SandboxControl(url: url)
        let outages = Mutex(1)
        try await LoopbackServer.run { headers, body in
            try await webhook.process(body: body, headers: headers, store: store) { delivery in
                let isOut = outages.withLock { left in
                    defer { left -= 1 }
                    return left > 0
                }
                if isOut { throw DemoError("The database is out.") }
                note(delivery)
            }
        } while: { address in
            try expect([500, 200], try await sandbox.deliver("airtimeSuccess", to: address))
            tell("The first try had met a database that was out: 500, so the event came again.")
            try expect([200], try await sandbox.deliver("textUndelivered", to: address))
            try expect([200, 200, 200], try await sandbox.deliver("emailOpened", to: address, ["times": 3]))
            try expect([401], try await sandbox.deliver("airtimeSuccess", to: address, ["tamper": "body"]))
            try expect([401], try await sandbox.deliver("airtimeSuccess", to: address, ["tamper": "signature"]))
            tell("Worked once on three copies, and refused two forgeries with 401.")
        }
    }

    private func note(_ delivery: WebhookDelivery<SimpuEvent>) {
        switch delivery.event {
        case .airtimeSuccess(let airtime):
            tell("Airtime for \(airtime.amount.map { "\($0)" } ?? "?") was bought for \(airtime.recipient ?? "?").")
        case .textUndelivered(let text):
            tell("The text to \(text.recipient ?? "?") did not arrive: \(text.reason ?? "nobody knows why").")
        case .emailOpened(let email):
            tell(
                "\(email.recipient ?? "?") opened an e-mail; the event is signed with secret \(delivery.matchedSecret)."
            )
        default:
            tell("Something else happened: \(delivery.id).")
        }
    }
}
