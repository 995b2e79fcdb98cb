import Pipeline
import Testing
import WaybillJSON

@testable import Sandbox

/// Deliveries whose body has several events.
@Suite(.timeLimit(.minutes(30))) struct BatchWebhookTests {
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
              RollWebhook:
                batch: "rolls[].calls[]"
                signature: {algorithm: sha256, encoding: hex, signs: "{body}", header: {name: X-Roll}}
                deduplicate: {field: id}
                acknowledge: 200
                refuse: 401
                event: Call
                vectors:
                  - secret: roll
                    body: "[]"
                    signature: c6e810de79e1211cff32733d138488714783ccfb32cd2cf6f342cff5121bb2b2
                examples:
                  two: {body: '{"rolls":[{"calls":[{"id":"c1","type":"rang"},{"id":"c2","type":"hummed"}]},{"calls":[]}]}'}
            unions:
              Call: {by: {field: type}, cases: {rang: {type: Rang}, hummed: {type: Hummed}}}
            models:
              Rang: {fields: {id: string}}
              Hummed: {fields: {id: string}}
            """
        let things = """
            resource: things
            operations: {ping: {http: GET /ping, examples: {one: {status: 204}}}}
            """
        return try SpecFixture.inline(api, things)
    }

    @Test("A body is named by its events, and none of them can be given another id")
    func names() throws {
        let webhook = try #require(try Self.api().webhooks.first)
        let body = Array(try #require(webhook.examples.first).body.utf8)
        #expect(webhook.eventName(of: body) == "rang, hummed")
        #expect(webhook.eventName(of: Array(#"{"rolls":[]}"#.utf8)) == nil)
        let signer = try WebhookSigner(webhook, secrets: ["roll"])
        let problem = WebhookProblem("a body of RollWebhook has several events with an id each; leave it out")
        #expect(throws: problem) { try signer.body(body, withID: "c3") }
    }

    @Test("A body that is not acknowledged comes again whole, byte by byte")
    func again() async throws {
        let webhook = try #require(try Self.api().webhooks.first)
        var options = SandboxOptions()
        options.redelivery = RedeliveryPlan(tries: 3, delay: 5, timeLimit: 60_000)
        options.webhookSecrets = ["RollWebhook": "roll"]
        let sandbox = Sandbox(try Self.api(), options: options)
        let receiver = Receiver(answering: [500, 200])
        try await receiver.run { url in
            let order: JSONValue = ["example": "two", "url": .string(url)]
            let request = SandboxRequest(method: "POST", path: "/_sandbox/webhooks", body: order.serialized())
            #expect(await sandbox.answer(request).status == 202)
            // At most 30 s, in small steps.
            for _ in 0..<6000 where receiver.messages.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
        }
        await sandbox.stop()
        let signer = try WebhookSigner(webhook, secrets: ["roll"])
        #expect(receiver.messages.count == 2)
        for message in receiver.messages {
            #expect(String(decoding: message.body, as: UTF8.self) == webhook.examples.first?.body)
            #expect(signer.check(message) == .holds(secret: 0))
        }
    }
}
