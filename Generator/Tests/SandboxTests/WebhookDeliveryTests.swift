import Foundation
import Pipeline
import Synchronization
import Testing
import WaybillJSON

@testable import Sandbox

/// Deliveries over real sockets.
@Suite(.timeLimit(.minutes(30))) struct WebhookDeliveryTests {
    /// Serves a spec, orders one delivery, and returns what became of it.
    private func deliver(
        _ order: JSONValue,
        options: SandboxOptions = Self.options,
        log: (@Sendable (String) -> Void)? = nil
    ) async throws -> JSONValue {
        let sandbox = Sandbox(try SpecFixture.repository("simpu"), options: options, log: log)
        let body = order.serialized()
        let request = SandboxRequest(method: "POST", path: "/_sandbox/webhooks", body: body)
        let answer = await sandbox.answer(request)
        #expect(answer.status == 202, "\(answer.text)")
        // At most 30 s, in small steps.
        for _ in 0..<6000 {
            let list = await sandbox.answer(SandboxRequest(method: "GET", path: "/_sandbox/webhooks"))
            let record = try #require(list.json["deliveries"]?[0])
            if record["state"] != "under way" { return record }
            try await Task.sleep(for: .milliseconds(5))
        }
        await sandbox.stop()
        throw WebhookProblem("the delivery does not end")
    }

    private static var options: SandboxOptions {
        var options = SandboxOptions()
        options.redelivery = RedeliveryPlan(tries: 4, delay: 5, timeLimit: 60_000)
        options.webhookSecrets = ["SimpuWebhook": "secret"]
        return options
    }

    private func webhook() throws -> ResolvedWebhook {
        try #require(try SpecFixture.repository("simpu").webhooks.first)
    }

    private func signer() throws -> WebhookSigner {
        try WebhookSigner(try webhook(), secrets: ["secret"])
    }

    private func example(_ name: String) throws -> [UInt8] {
        let examples = try webhook().examples
        return Array(try #require(examples.first { $0.name == name }).body.utf8)
    }

    @Test("The example's exact bytes arrive, signed, and are logged")
    func signed() async throws {
        let receiver = Receiver(answering: [201])
        let lines = Mutex<[String]>([])
        try await receiver.run { url in
            let order: JSONValue = ["example": "airtimeSuccess", "url": .string(url)]
            let record = try await deliver(order, log: { line in lines.withLock { $0.append(line) } })
            #expect(record["state"] == "acknowledged")
            #expect(record["tries"]?[0]?["status"] == 201)
            #expect(lines.withLock { $0 } == ["SimpuWebhook airtimeSuccess -> \(url) 201 (acknowledged)"])
        }
        let message = try #require(receiver.messages.first)
        #expect(receiver.messages.count == 1)
        let expected = try example("airtimeSuccess")
        #expect(message.body == expected)
        #expect(try signer().check(message) == .holds(secret: 0))
        #expect(message.headers.contains { $0.name.lowercased() == "content-type" && $0.value == "application/json" })
    }

    @Test("What is not acknowledged comes again with the same bytes until it is; 204 and redirects do not count")
    func redelivered() async throws {
        let receiver = Receiver(answering: [500, 204, 302, 200])
        try await receiver.run { url in
            var options = Self.options
            options.webhooks = ["SimpuWebhook": url]
            let record = try await deliver(["example": "textDelivered"], options: options)
            #expect(record["state"] == "acknowledged")
            #expect(record["tries"]?.arrayValue?.map { $0["status"] } == [500, 204, 302, 200])
        }
        let bodies = receiver.messages.map(\.body)
        let expected = try example("textDelivered")
        #expect(bodies == Array(repeating: expected, count: 4))
    }

    @Test("Tries end, also where nobody listens or nobody answers in time")
    func givenUp() async throws {
        let silent = Receiver(answering: [200], hang: .seconds(30))
        try await silent.run { url in
            var options = Self.options
            options.redelivery = RedeliveryPlan(tries: 2, delay: 1, timeLimit: 50)
            let record = try await deliver(["example": "emailOpened", "url": .string(url)], options: options)
            #expect(record["state"] == "not acknowledged")
            let failures = record["tries"]?.arrayValue?.map { $0["failure"] }
            #expect(failures == ["there was no answer in time", "there was no answer in time"])
        }
        let nowhere = try await deliver(["example": "emailOpened", "url": "http://127.0.0.1:1/"])
        #expect(nowhere["tries"]?.arrayValue?.count == 4)
        #expect(nowhere["tries"]?[0]?["failure"] == "nobody listens there")
    }

    @Test("Copies are the same bytes, one after the other")
    func copies() async throws {
        let receiver = Receiver(answering: [200])
        try await receiver.run { url in
            let order: JSONValue = ["example": "airtimeFailed", "url": .string(url), "times": 3, "id": "evt.new"]
            let record = try await deliver(order)
            #expect(record["state"] == "acknowledged")
        }
        #expect(receiver.messages.count == 3)
        #expect(Set(receiver.messages.map(\.body)).count == 1)
        #expect(try JSONValue(parsing: receiver.messages[0].body)["id"] == "evt.new")
    }

    @Test("What was tampered with arrives once, and does not verify", arguments: ["body", "signature"])
    func tampered(kind: String) async throws {
        let receiver = Receiver(answering: [401])
        try await receiver.run { url in
            let order: JSONValue = ["example": "airtimeError", "url": .string(url), "tamper": .string(kind)]
            let record = try await deliver(order)
            #expect(record["state"] == "not acknowledged")
        }
        #expect(receiver.messages.count == 1)
        let message = try #require(receiver.messages.first)
        #expect(try signer().check(message) == .fails("no secret gives this signature for these bytes"))
    }

    @Test("A reset ends deliveries that are under way")
    func reset() async throws {
        let receiver = Receiver(answering: [500])
        try await receiver.run { url in
            var options = Self.options
            options.redelivery = RedeliveryPlan(tries: 1000, delay: 5)
            let sandbox = Sandbox(try SpecFixture.repository("simpu"), options: options)
            let order: JSONValue = ["example": "airtimeError", "url": .string(url)]
            let request = SandboxRequest(method: "POST", path: "/_sandbox/webhooks", body: order.serialized())
            _ = await sandbox.answer(request)
            for _ in 0..<6000 where receiver.messages.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            #expect(!receiver.messages.isEmpty)
            _ = await sandbox.answer(SandboxRequest(method: "POST", path: "/_sandbox/reset"))
            #expect(await sandbox.deliveryCount == 0)
        }
    }
}
