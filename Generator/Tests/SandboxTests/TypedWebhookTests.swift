import Pipeline
import Testing
import WaybillJSON

@testable import Sandbox

/// Deliveries whose header says what they are.
@Suite(.timeLimit(.minutes(30))) struct TypedWebhookTests {
    private static func api() throws -> ResolvedAPI {
        let api = """
            waybill: 1
            api: Depot
            clients:
              DepotClient:
                servers: {production: "https://depot.example"}
                auth: {}
                resources: [things]
            webhooks:
              HookWebhook:
                signature: {algorithm: sha256, encoding: hex, signs: "{body}", header: {name: X-Hook}}
                deduplicate: signature
                acknowledge: 200
                refuse: 401
                event: Hook
                vectors:
                  - secret: roll
                    body: "[]"
                    signature: c6e810de79e1211cff32733d138488714783ccfb32cd2cf6f342cff5121bb2b2
                examples:
                  opened: {type: PARCEL_OPENED, body: '{"parcel":"p1"}'}
                  asked: {body: "{}"}
            unions:
              Hook:
                by: {header: X-Hook-Event, absent: ping, normalise: dotted}
                cases: {parcel.opened: {type: Opened}, ping: {type: Ping}}
            models:
              Opened: {fields: {parcel: string}}
              Ping: {fields: {zen: "string?"}}
            """
        let things = """
            resource: things
            operations: {ping: {http: GET /ping, examples: {one: {status: 204}}}}
            """
        return try SpecFixture.inline(api, things)
    }

    @Test("The example's type goes into the header, after signing and before sending")
    func delivery() async throws {
        var options = SandboxOptions()
        options.webhookSecrets = ["HookWebhook": "roll"]
        let sandbox = Sandbox(try Self.api(), options: options)
        let receiver = Receiver(answering: [200])
        try await receiver.run { url in
            let orders: JSONValue = .array(
                ["opened", "asked"].map { ["example": .string($0), "url": .string(url)] }
            )
            let request = SandboxRequest(method: "POST", path: "/_sandbox/webhooks", body: orders.serialized())
            #expect(await sandbox.answer(request).status == 202)
            // At most 30 s, in small steps.
            for _ in 0..<6000 where receiver.messages.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
        }
        await sandbox.stop()
        let webhook = try #require(try Self.api().webhooks.first)
        let signer = try WebhookSigner(webhook, secrets: ["roll"])
        let types = receiver.messages.map { message in
            #expect(signer.check(message) == .holds(secret: 0))
            return message.headers.first { $0.name.lowercased() == "x-hook-event" }?.value ?? "none"
        }
        #expect(types.sorted() == ["PARCEL_OPENED", "none"])
    }

    @Test(
        "A delivery is named by the header's text, as the spec has it",
        arguments: [("PARCEL_OPENED", "parcel.opened"), ("parcel.eaten", "parcel.eaten"), (nil, "ping")]
    )
    func names(type: String?, name: String) throws {
        let webhook = try #require(try Self.api().webhooks.first)
        #expect(webhook.eventName(of: Array("{}".utf8), type: type) == name)
    }
}
