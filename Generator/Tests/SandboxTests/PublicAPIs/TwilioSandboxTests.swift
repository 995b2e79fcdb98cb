import Sandbox
import Testing
import Twilio
import WaybillRuntime
import WaybillWebhooks

/// A client for messages, compiled, against the sandbox of its spec: forms, pages by path, and three ways to authenticate.
@Suite(.timeLimit(.minutes(30))) struct TwilioSandboxTests {
    private static let account = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

    private static func client(_ served: ServedAPI, _ way: String, _ secret: String? = nil) throws -> TwilioClient {
        var configuration = served.configuration(of: "TwilioClient")
        switch way {
        case "account":
            return try TwilioClient(
                accountSid: account,
                user: account,
                authToken: secret ?? "12345",
                configuration: configuration
            )
        case "key":
            return try TwilioClient(
                accountSid: account,
                keySid: "SKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                keySecret: secret ?? "sandbox",
                configuration: configuration
            )
        default:
            configuration.tokenURL = "http://127.0.0.1:\(served.port)/v2/token"
            return try TwilioClient(
                accountSid: account,
                clientID: "OQaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                clientSecret: secret ?? "sandbox",
                configuration: configuration
            )
        }
    }

    @Test(
        "a message is sent, followed to its end, listed, redacted and deleted",
        arguments: ["account", "key", "program"]
    )
    func messages(way: String) async throws {
        try await ServedAPI.run("Twilio") { served in
            let client = try Self.client(served, way)
            let sent = try await client.messages.send(
                to: "+15558675310",
                from: "+15557122661",
                body: "Grüße & 1+1=2",
                mediaURL: ["https://example.com/a.png", "https://example.com/b.png"]
            )
            #expect(sent.http.status == 201 && sent.status == .queued && sent.to == "+15558675310")
            let done = try await client.messages.waitUntilDone(sent.sid)
            #expect(done.sid == sent.sid && done.status == .delivered)
            var ids: [String] = []
            for try await message in client.messages.listAll(sentSince: "2023-08-24", pageSize: 1) {
                ids.append(message.sid)
            }
            #expect(ids == ["SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "SMbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"])
            #expect(try await client.messages.redact(sent.sid).body == "")
            #expect(try await client.messages.delete(sent.sid).http.status == 204)
        }
    }

    @Test("refusals come with the service's numbers")
    func refusals() async throws {
        try await ServedAPI.run("Twilio") { served in
            let client = try Self.client(served, "account")
            let missing = await #expect(throws: TwilioError.self) { try await client.messages.fetch("SMno") }
            #expect(missing?.code == .notFound && missing?.status == 404)
            for way in ["account", "key"] {
                let stranger = try Self.client(served, way, "no")
                let error = await #expect(throws: TwilioError.self) { try await stranger.messages.fetch("SMno") }
                #expect(error?.code == .notAuthenticated && error?.delivery == .rejected)
            }
            let stranger = try Self.client(served, "program", "no")
            let token = await #expect(throws: TwilioError.self) { try await stranger.messages.fetch("SMno") }
            #expect(token?.delivery == .notSent)
            try await served.fail(["code": "21610"])
            let out = await #expect(throws: TwilioError.self) {
                try await client.messages.send(to: "+15558675310", from: "+15557122661", body: "Hi")
            }
            guard case .optedOut? = out else { throw ServedAPI.Refused(head: "\(out as Any)") }
            let nothing = await #expect(throws: TwilioError.self) {
                try await client.messages.send(to: "+15558675310", from: "+15557122661")
            }
            #expect(nothing?.delivery == .notSent)
        }
    }

    @Test("what became of a message is taken once, and nothing forged")
    func webhook() async throws {
        try await ServedAPI.run("Twilio") { served in
            let delivered = try await served.deliveries("TwilioStatusWebhook", "undelivered")
            let webhook = try TwilioStatusWebhook(
                secrets: [served.key(of: "TwilioStatusWebhook")],
                url: delivered.url
            )
            let right = delivered.right
            let delivery = try webhook.receive(body: right.body, headers: right.headers)
            guard case .event(let update) = delivery.event else { throw ServedAPI.Refused(head: "\(delivery.event)") }
            #expect(update.messageStatus == .undelivered && update.errorCode == 30008)
            for forged in delivered.forged {
                #expect(throws: WebhookError.refused) {
                    try webhook.receive(body: forged.body, headers: forged.headers)
                }
            }
            #expect(throws: WebhookError.refused) {
                try webhook.at(url: delivered.url + "?a=b").receive(body: right.body, headers: right.headers)
            }
            let store = InMemoryDeduplicationStore()
            for expected in [1, 0] {
                var count = 0
                let status = try await webhook.process(body: right.body, headers: right.headers, store: store) { _ in
                    count += 1
                }
                #expect(status == 200 && count == expected)
            }
        }
    }
}
