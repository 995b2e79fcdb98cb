import Pipeline
import Testing
import WaybillJSON

@testable import Sandbox

@Suite struct WebhookSignerTests {
    private func webhook(_ spec: String) throws -> ResolvedWebhook {
        try #require(try SpecFixture.repository(spec).webhooks.first)
    }

    @Test("The spec's vectors are signed as they say", arguments: ["connectly", "simpu"])
    func vectors(spec: String) throws {
        let webhook = try webhook(spec)
        #expect(webhook.vectors.count >= 5)
        for vector in webhook.vectors {
            let signer = try WebhookSigner(webhook, secrets: [vector.key])
            let message = try signer.message(body: vector.body)
            #expect(message.headers.contains { $0.value == vector.signature })
            #expect(signer.check(message) == .holds(secret: 0))
        }
    }

    @Test("What was tampered with does not hold", arguments: WebhookTampering.allCases)
    func tampering(kind: WebhookTampering) throws {
        let signer = try WebhookSigner(try webhook("connectly"), secrets: ["a"])
        let body = Array(#"{"a":1}"#.utf8)
        let message = try signer.message(body: body, tampering: kind)
        #expect((message.body == body) == (kind == .signature))
        #expect(signer.check(message) == .fails("no secret gives this signature for these bytes"))
    }

    @Test("The matching secret is told, and what can be known of a refusal")
    func reasons() throws {
        let webhook = try webhook("connectly")
        let both = try WebhookSigner(webhook, secrets: ["old", "new"])
        var message = try WebhookSigner(webhook, secrets: ["new"]).message(body: Array("{}".utf8))
        #expect(both.check(message) == .holds(secret: 1))
        message.body += Array("\n".utf8)
        guard case .fails(let reason) = both.check(message) else { throw WebhookProblem("it holds") }
        #expect(reason.contains("without its final line break"))
        #expect(
            both.check(WebhookMessage(body: [])) == .fails("there must be exactly one header x-connectly-hmac-sha256")
        )
        #expect(throws: WebhookProblem.self) { try WebhookSigner(webhook, secrets: [""]) }
    }

    @Test("The header by which a repeated delivery is known is there, though nothing signs it")
    func deduplication() throws {
        let api = """
            waybill: 1
            api: Depot
            clients:
              DepotClient:
                servers: {production: "https://depot.example"}
                auth: {}
                resources: [things]
            webhooks:
              DepotWebhook:
                signature: {algorithm: sha256, encoding: hex, signs: "{body}", header: {name: X-Signature}}
                deduplicate: {header: X-Delivery}
                acknowledge: 200
                refuse: 401
                event: Thing
                vectors:
                  - secret: s
                    body: ""
                    signature: 64eca07cce67929c357d63d0a4aec207e774800403298914fc04e88ce02ac49f
                examples: {one: {body: '{"id":"t1"}'}}
            models: {Thing: {fields: {id: id}}}
            """
        let things = """
            resource: things
            operations: {ping: {http: GET /ping, examples: {one: {status: 204}}}}
            """
        let webhook = try #require(try SpecFixture.inline(api, things).webhooks.first)
        let signer = try WebhookSigner(webhook, secrets: ["a"])
        let message = try signer.message(body: Array("{}".utf8), id: "d1")
        #expect(message.headers.filter { $0.name == "X-Delivery" }.map(\.value) == ["d1"])
        let made = try (0..<2).map { _ in
            try signer.message(body: Array("{}".utf8)).headers.first { $0.name == "X-Delivery" }?.value
        }
        #expect(made[0]?.hasPrefix("msg_") == true)
        #expect(made[0] != made[1])
    }

    @Test("An event gets another id, and keeps every other byte")
    func ids() throws {
        let signer = try WebhookSigner(try webhook("simpu"), secrets: ["a"])
        let body = Array(#"{ "id" : "evt.1", "amount": 12.0 }"#.utf8)
        let changed = try signer.body(body, withID: "evt.2")
        #expect(String(decoding: changed, as: UTF8.self) == #"{ "id" : "evt.2", "amount": 12.0 }"#)
        #expect(throws: WebhookProblem.self) { try signer.body(Array("[]".utf8), withID: "evt.2") }
        let other = try WebhookSigner(try webhook("connectly"), secrets: ["a"])
        #expect(throws: WebhookProblem.self) { try other.body(body, withID: "evt.2") }
    }

    @Test(
        "An event is named by the word of its spec",
        arguments: [
            ("simpu", #"{"type":"AIRTIME_SUCCESS"}"#, "airtime.success"), ("simpu", #"{"type":"new.one"}"#, "new.one"),
            ("simpu", "{}", nil), ("connectly", #"{"message":{}}"#, "message"),
            ("connectly", #"{"topic":"delivery_status"}"#, "delivery_status"), ("connectly", "x", nil),
        ] as [(String, String, String?)]
    )
    func events(spec: String, body: String, name: String?) throws {
        let webhook = try #require(try SpecFixture.repository(spec).webhooks.first)
        #expect(webhook.eventName(of: Array(body.utf8)) == name)
    }
}
