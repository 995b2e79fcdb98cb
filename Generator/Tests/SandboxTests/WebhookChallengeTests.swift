import Pipeline
import Testing
import WaybillJSON

@testable import Sandbox

/// Challenges over real sockets, answered by the code that generated receivers run.
@Suite(.timeLimit(.minutes(30))) struct WebhookChallengeTests {
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
              HubWebhook:
                signature: {algorithm: sha256, encoding: hex, signs: "{body}", header: {name: X-Hub}}
                deduplicate: signature
                challenge:
                  method: GET
                  when: {hub.mode: subscribe}
                  from: hub.challenge
                  proof: {token: hub.verify_token}
                acknowledge: 200
                refuse: 403
                event: Event
                vectors: [VECTOR]
                examples: {one: {body: "{}"}}
              BellWebhook:
                signature: {algorithm: sha256, encoding: hex, signs: "{body}", header: {name: X-Bell}}
                deduplicate: signature
                challenge:
                  method: POST
                  when: {event: validation}
                  from: payload.text
                  proof: signature
                  answer: {text: "{challenge}", code: "{hmac}"}
                acknowledge: 200
                refuse: 401
                event: Event
                vectors: [VECTOR]
                examples: {one: {body: "{}"}}
              PlainWebhook:
                signature: {algorithm: sha256, encoding: hex, signs: "{body}", header: {name: X-Plain}}
                deduplicate: signature
                acknowledge: 200
                refuse: 401
                event: Event
                vectors: [VECTOR]
                examples: {one: {body: "{}"}}
            models:
              Event: {fields: {zen: "string?"}}
            """
        let vector =
            #"{secret: roll, body: "[]", signature: c6e810de79e1211cff32733d138488714783ccfb32cd2cf6f342cff5121bb2b2}"#
        let things = """
            resource: things
            operations: {ping: {http: GET /ping, examples: {one: {status: 204}}}}
            """
        return try SpecFixture.inline(api.replacing("VECTOR", with: vector), things)
    }

    private static func webhook(_ name: String) throws -> ResolvedWebhook {
        try #require(try api().webhooks.first { $0.name == name })
    }

    /// Orders one challenge, and returns what became of it.
    private func ask(_ order: JSONValue) async throws -> JSONValue {
        var options = SandboxOptions()
        options.redelivery = RedeliveryPlan(tries: 1, delay: 5, timeLimit: 60_000)
        options.webhookSecrets = ["HubWebhook": "s3cret", "BellWebhook": "s3cret"]
        let sandbox = Sandbox(try Self.api(), options: options)
        let request = SandboxRequest(method: "POST", path: "/_sandbox/webhooks", body: order.serialized())
        let answer = await sandbox.answer(request)
        guard answer.status == 202 else { return answer.json }
        // At most 30 s, in small steps.
        for _ in 0..<6000 {
            let list = await sandbox.answer(SandboxRequest(method: "GET", path: "/_sandbox/webhooks"))
            let record = try #require(list.json["deliveries"]?[0])
            if record["state"] != "under way" { return record }
            try await Task.sleep(for: .milliseconds(5))
        }
        await sandbox.stop()
        throw WebhookProblem("the challenge does not end")
    }

    @Test("A receiver that answers is acknowledged", arguments: ["HubWebhook", "BellWebhook"])
    func answered(name: String) async throws {
        try await ChallengedReceiver(try Self.webhook(name)).run { url in
            let record = try await ask(["webhook": .string(name), "challenge": "a-1", "url": .string(url)])
            #expect(record["state"] == "acknowledged", "\(record)")
            #expect(record["challenge"] == "a-1")
            #expect(record["tries"]?[0]?["status"] == 200)
        }
    }

    @Test("A challenge with another token or signature is refused", arguments: ["HubWebhook", "BellWebhook"])
    func tampered(name: String) async throws {
        try await ChallengedReceiver(try Self.webhook(name)).run { url in
            let order: JSONValue = [
                "webhook": .string(name), "challenge": "a-1", "url": .string(url), "tamper": "signature",
            ]
            let record = try await ask(order)
            #expect(record["state"] == "not acknowledged", "\(record)")
            #expect(record["tries"]?[0]?["status"] == (name == "HubWebhook" ? 403 : 401))
        }
    }

    @Test("A receiver that answers everything with 200 has not answered")
    func deaf() async throws {
        try await Receiver(answering: [200]).run { url in
            let record = try await ask(["webhook": "HubWebhook", "challenge": "a-1", "url": .string(url)])
            #expect(record["state"] == "not acknowledged", "\(record)")
            #expect(record["tries"]?[0]?["failure"] == "the answer is not that of the challenge")
        }
    }

    @Test(
        "What is no challenge is refused before it is sent",
        arguments: [
            ["webhook": "PlainWebhook", "challenge": "a-1"], ["webhook": "HubWebhook", "challenge": "<b>"],
            ["webhook": "HubWebhook", "challenge": 1], ["webhook": "HubWebhook", "challenge": "a", "id": "b"],
            ["webhook": "HubWebhook", "challenge": "a", "example": "one"], ["webhook": "HubWebhook", "challenge": ""],
        ] as [JSONValue]
    )
    func refused(order: JSONValue) async throws {
        var object = try #require(order.objectValue)
        object["url"] = "http://127.0.0.1:9/hooks"
        let answer = try await ask(.object(object))
        #expect(answer["state"] == nil, "\(answer)")
    }

    @Test("The query of a challenge goes behind the URL's own, and the help page shows the token")
    func request() async throws {
        let receiver = Receiver(answering: [200])
        let webhook = try Self.webhook("HubWebhook")
        let message = try WebhookSigner(webhook, secrets: ["s"]).challenge("a b")
        #expect(message.method == "GET" && message.body.isEmpty)
        #expect(message.query == "hub.mode=subscribe&hub.challenge=a+b&hub.verify_token=sandbox_challenge_token")
        #expect(message.expected == Array("a b".utf8))
        try await receiver.run { url in
            let address = try #require(WebhookAddress(url + "?from=service"))
            let reply = await WebhookPost().send(message, to: address)
            #expect(reply == .failure("the answer is not that of the challenge"))
        }
        let sandbox = Sandbox(try Self.api(), options: SandboxOptions())
        let help = await sandbox.answer(SandboxRequest(method: "GET", path: "/_sandbox")).text
        #expect(help.contains("token of its challenges: sandbox_challenge_token"))
    }
}
