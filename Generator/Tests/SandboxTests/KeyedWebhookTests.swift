import Pipeline
import Testing
import WaybillJSON

@testable import Sandbox

/// Deliveries that are signed with a private key, or with the URL and the fields of a form.
@Suite(.timeLimit(.minutes(30))) struct KeyedWebhookTests {
    private static let webhooks = """
        webhooks:
          CallWebhook:
            secret: {about: The token.}
            body: form
            signature: {algorithm: sha1, encoding: base64, signs: "{url}{form}", header: {name: X-Call}}
            deduplicate: {field: CallSid}
            acknowledge: 204
            refuse: 403
            event: Call
            vectors:
              - secret: "12345"
                url: https://mycompany.com/myapp.php?foo=1&bar=2
                body: CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212
                signature: RSOYDt4T1cUTdK1PDd93/VVr8B8=
            examples: {rang: {body: "CallSid=CA1&Digits=1+2"}}
          SealWebhook:
            publicKey: {}
            signature: {algorithm: ed25519, encoding: hex, signs: "{timestamp}{body}", header: {name: X-Seal}}
            timestamp: {header: X-Time}
            deduplicate: signature
            acknowledge: 200
            refuse: 401
            event: Seal
            vectors:
              - publicKey: d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a
                timestamp: 1700000000
                body: '{"type":1}'
                signature: "1695961a47c91a1ec033b819b7e87e3dbc583dd0cee6d1fd0216f58ac87b6228\\
                  ae531ddbf91fb7bc28d7edf7f08604da16f54624f38a6bc0614e4dc13cd47f0f"
            examples: {broken: {body: '{"type":1}'}}
        models:
          Call: {fields: {CallSid: string, Digits: string}}
          Seal: {fields: {type: int}}
        """

    private static func api() throws -> ResolvedAPI {
        let api = """
            waybill: 1
            api: Depot
            clients:
              DepotClient:
                servers: {production: "https://depot.example"}
                auth: {}
                resources: [things]

            """
        let things = """
            resource: things
            operations: {ping: {http: GET /ping, examples: {one: {status: 204}}}}
            """
        return try SpecFixture.inline(api + webhooks, things)
    }

    private static func webhook(_ name: String) throws -> ResolvedWebhook {
        try #require(try api().webhooks.first { $0.name == name })
    }

    @Test("The URL and the sorted form are signed as the service's own example says; another URL does not hold")
    func form() throws {
        let webhook = try Self.webhook("CallWebhook")
        let vector = try #require(webhook.vectors.first)
        let signer = try WebhookSigner(webhook, secrets: [vector.key], url: vector.url)
        let message = try signer.message(body: vector.body)
        #expect(message.headers.contains { $0 == ("X-Call", vector.signature) })
        #expect(message.headers.contains { $0 == ("Content-Type", "application/x-www-form-urlencoded") })
        #expect(signer.check(message) == .holds(secret: 0))
        let elsewhere = try WebhookSigner(webhook, secrets: [vector.key], url: "https://mycompany.com/myapp.php?foo=1")
        #expect(elsewhere.check(message) == .fails("no secret gives this signature for these bytes"))
        for kind in WebhookTampering.allCases {
            let tampered = try signer.message(body: vector.body, tampering: kind)
            #expect(signer.check(tampered) == .fails("no secret gives this signature for these bytes"))
        }
        #expect(throws: WebhookProblem.self) { try WebhookSigner(webhook, secrets: ["12345"]) }
        #expect(throws: WebhookProblem.self) { try signer.message(body: Array("a=%".utf8)) }
        let changed = try signer.body(Array("CallSid=CA1&Digits=1+2".utf8), withID: "CA&2")
        #expect(String(decoding: changed, as: UTF8.self) == "CallSid=CA%262&Digits=1+2")
    }

    @Test("A private key signs, its public key checks, and neither is taken for a secret")
    func publicKey() throws {
        let webhook = try Self.webhook("SealWebhook")
        let example = WebhookKeySet.example(of: webhook)
        let signer = try WebhookSigner(webhook, example.keys)
        let message = try signer.message(body: Array("{}".utf8), at: 1_700_000_000)
        let receiver = try WebhookSigner(webhook, WebhookKeySet(publicKeys: [example.shown]))
        #expect(receiver.check(message, at: 1_700_000_001) == .holds(secret: 0))
        let tampered = try signer.message(body: Array("{}".utf8), at: 1_700_000_000, tampering: .signature)
        let reason = "the signature holds under no public key for these bytes"
        #expect(receiver.check(tampered, at: 1_700_000_000) == .fails(reason))
        #expect(throws: WebhookProblem("a private key signs; give it")) { try receiver.message(body: []) }
        #expect(throws: WebhookProblem.self) { try WebhookSigner(webhook, secrets: [example.shown]) }
        #expect(throws: WebhookProblem.self) { try WebhookSigner(webhook, WebhookKeySet(privateKey: "no key")) }
        let call = try Self.webhook("CallWebhook")
        #expect(throws: WebhookProblem.self) {
            try WebhookSigner(call, WebhookKeySet(publicKeys: [example.shown]), url: "https://a.example")
        }
    }

    @Test("The sandbox signs the URL that it calls, and shows the public key of its own private one")
    func delivery() async throws {
        let api = try Self.api()
        let sandbox = Sandbox(api, options: SandboxOptions())
        #expect(sandbox.problems.isEmpty)
        #expect(sandbox.webhooks.map(\.secret)[1]?.hasPrefix("the private key of MCow") == true)
        let receiver = Receiver(answering: [204])
        try await receiver.run { url in
            let order: JSONValue = ["webhook": "CallWebhook", "example": "rang", "url": .string(url)]
            let request = SandboxRequest(method: "POST", path: "/_sandbox/webhooks", body: order.serialized())
            #expect(await sandbox.answer(request).status == 202)
            // At most 30 s, in small steps.
            for _ in 0..<6000 where receiver.messages.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            let message = try #require(receiver.messages.first)
            let secret = WebhookKeySet.example(of: try Self.webhook("CallWebhook")).shown
            let signer = try WebhookSigner(try Self.webhook("CallWebhook"), secrets: [secret], url: url)
            #expect(signer.check(message) == .holds(secret: 0))
        }
        await sandbox.stop()
    }
}
