import Foundation
import Sandbox
import SendGrid
import Testing
import WaybillRuntime
import WaybillWebhooks

/// A client for mail, compiled, against the sandbox of its spec: a 202 with nothing, pages by offset, a body on DELETE, and
/// signed batches of events.
@Suite(.timeLimit(.minutes(30))) struct SendGridSandboxTests {
    private static func client(_ served: ServedAPI, apiKey: String = "SG.sandbox") throws -> SendGridClient {
        try SendGridClient(apiKey: apiKey, configuration: served.configuration(of: "SendGridClient"))
    }

    @Test("a mail is handed over, and what is wrong with it is said")
    func mail() async throws {
        try await ServedAPI.run("SendGrid") { served in
            let mail = try Self.client(served).mail
            let batch = try await mail.makeBatch()
            let sent = try await mail.send(
                personalizations: [.init(to: [.init(email: "ann@example.com")], dynamicTemplateData: ["order": 7])],
                from: .init(email: "shop@example.com", name: "Shop"),
                subject: "Your parcel",
                content: [.init(type: "text/plain", value: "It has left.")],
                sendAt: Date(timeIntervalSince1970: 1_600_188_812),
                batchID: batch.batchID
            )
            #expect(sent.http.status == 202)
            try await served.fail(["status": 400])
            let error = await #expect(throws: SendGridError.self) {
                try await mail.send(
                    personalizations: [.init(to: [.init(email: "ann@example.com")])],
                    from: .init(email: "shop@example.com"),
                    templateID: "d-1"
                )
            }
            #expect(error?.message == "error message" && error?.problems?.first?.field == "field_name")
            let stranger = try Self.client(served, apiKey: "SG.no")
            let refused = await #expect(throws: SendGridError.self) { try await stranger.mail.makeBatch() }
            guard case .unauthenticated? = refused else { throw ServedAPI.Refused(head: "\(refused as Any)") }
        }
    }

    @Test("the addresses that no mail reaches are listed and taken back")
    func suppressions() async throws {
        try await ServedAPI.run("SendGrid") { served in
            let client = try Self.client(served)
            var addresses: [String] = []
            for try await bounce in client.bounces.listAll(startTime: Date(timeIntervalSince1970: 1), limit: 1) {
                addresses.append(bounce.email)
            }
            #expect(addresses == ["example@example.com", "example@example.net"])
            #expect(try await client.bounces.delete("example+a@example.com").http.status == 204)
            #expect(try await client.bounces.clear(emails: addresses).http.status == 204)
            #expect(try await client.groups.list(id: [1234, 5678]).value.map(\.id) == [1234])
            #expect(try await client.groups.search(1234, recipientEmails: addresses).value == ["exists1@example.com"])
        }
    }

    @Test("each event of a batch is taken once, and nothing forged")
    func webhook() async throws {
        try await ServedAPI.run("SendGrid") { served in
            let delivered = try await served.deliveries("SendGridWebhook", "several")
            let webhook = try SendGridWebhook(publicKeys: [served.key(of: "SendGridWebhook")])
            let right = delivered.right
            let deliveries = try webhook.receive(body: right.body, headers: right.headers)
            #expect(deliveries.map(\.id) == (1...8).map { "sg_event_id_\($0)" })
            guard case .deferred(let late) = deliveries[1].event else { throw ServedAPI.Refused(head: "deferred") }
            #expect(late.attempt == 5 && late.category == .one("cat facts"))
            guard case .bounce(let bounce) = deliveries[5].event else { throw ServedAPI.Refused(head: "bounce") }
            #expect(bounce.status == "5.0.0" && bounce.category == .several(["cat facts", "dogs"]))
            for forged in delivered.forged {
                #expect(throws: WebhookError.refused) {
                    try webhook.receive(body: forged.body, headers: forged.headers)
                }
            }
            let store = InMemoryDeduplicationStore()
            for expected in [8, 0] {
                var count = 0
                let status = try await webhook.process(body: right.body, headers: right.headers, store: store) { _ in
                    count += 1
                }
                #expect(status == 200 && count == expected)
            }
        }
    }
}
