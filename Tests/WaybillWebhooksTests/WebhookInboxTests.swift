import HTTPTypes
import TestSupport
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillWebhooks

/// Events that are kept before they are acknowledged, and read later.
@Suite struct WebhookInboxTests {
    private struct Roll: APIBatchWebhook {
        let receiver: WebhookReceiver<ReceivedModel<JSONValue>>
    }

    private let clock = ManualClock(now: .seconds(1_750_000_000))
    private let log = EventLog()
    private let inbox = HeldInbox()
    private let body = Array(#"{"id":"evt_1","text":"CANARY"}"#.utf8)

    private func accept(_ sample: WebhookSample, _ body: [UInt8], signedAs signed: [UInt8]? = nil) async throws -> Int {
        let configuration = WebhookConfiguration(bodyLimit: 64, observers: [log], clock: clock.runtime)
        let headers = try sample.headers(sample.signature(signed ?? body))
        return try await sample.webhook(configuration).accept(body: body, headers: headers, into: inbox)
    }

    @Test("an event is kept once, and acknowledged as often as it comes", arguments: WebhookSample.all)
    func copies(_ sample: WebhookSample) async throws {
        for _ in 0..<3 { #expect(try await accept(sample, body) == 200) }
        let messages = await inbox.messages
        #expect(messages.count == 1)
        #expect(messages.first?.webhook == sample.definition.name)
        #expect(messages.first?.content == body)
        #expect(await inbox.keepFor == sample.definition.keepFor)
    }

    @Test("what is read later is what would have been received at once", arguments: WebhookSample.all)
    func reading(_ sample: WebhookSample) async throws {
        _ = try await accept(sample, body)
        let message = try #require(await inbox.messages.first)
        let copy = InboxMessage(
            webhook: message.webhook,
            key: message.key,
            content: message.content,
            details: message.details
        )
        let later = try sample.webhook().read(copy)
        let headers = try sample.headers(sample.signature(body))
        let atOnce = try sample.webhook().receive(body: body, headers: headers)
        #expect((later.id, later.key, later.json) == (atOnce.id, atOnce.key, atOnce.json))
        #expect(later.payload.body == atOnce.payload.body)
        #expect(later.payload.signature == atOnce.payload.signature)
        #expect(later.payload.timestamp == atOnce.payload.timestamp)
        #expect(later.payload.id == atOnce.payload.id)
        #expect(later.payload.matchedSecret == atOnce.payload.matchedSecret)
    }

    @Test("nothing forged, and nothing too large, is kept")
    func refusals() async throws {
        #expect(try await accept(.simpu, body, signedAs: [1]) == 401)
        #expect(try await accept(.simpu, body + body + body) == 413)
        #expect(await inbox.messages.isEmpty)
    }

    @Test("where the inbox is away nothing is acknowledged")
    func away() async throws {
        await inbox.goAway()
        await #expect(throws: WebhookSampleError.storeIsDown) { try await accept(.simpu, body) }
        #expect(log.lines == ["delivery began: simpu", "delivery ended after 0.0 seconds: failed"])
    }

    @Test("observers hear which events were kept and which were copies, and nothing of what stands in them")
    func observation() async throws {
        for _ in 0..<2 { _ = try await accept(.simpu, body) }
        _ = try await accept(.simpu, body, signedAs: [1])
        #expect(
            log.lines.filter { $0.contains("ended") } == [
                "delivery ended after 0.0 seconds: kept, status 200",
                "delivery ended after 0.0 seconds: duplicate, status 200",
                "delivery ended after 0.0 seconds: refused, status 401, not recognized",
            ]
        )
        #expect(!log.lines.joined().contains("CANARY"))
        #expect(try await !"\(#require(inbox.messages.first))".contains("CANARY"))
    }

    @Test("each event of a body is kept by itself, what is none of them too")
    func batch() async throws {
        let scheme = WebhookSignatureScheme(algorithm: .sha256, encoding: .hex, header: "X-Signature")
        let definition = WebhookDefinition(name: "roll", scheme: scheme, batch: "events[]", deduplication: .field("id"))
        let receiver = try WebhookReceiver(definition, secrets: ["s"]) { $0.value().map(ReceivedModel.event) }
        let roll = Roll(receiver: receiver)
        for text in [#"{"events":[{"id":"1"},{"id":"2"}]}"#, #"{"events":[{"id":"2"},{"id":"3"}]}"#, #"{"events":7}"#] {
            let body = Array(text.utf8)
            #expect(try await roll.accept(body: body, headers: receiver.sign(body: body), into: inbox) == 200)
        }
        let messages = await inbox.messages
        #expect(messages.prefix(3).map(\.key) == ["roll:1", "roll:2", "roll:3"])
        let deliveries = try messages.map { try roll.read($0) }
        #expect(deliveries.prefix(3).map { $0.json["id"]?.stringValue } == ["1", "2", "3"])
        let body = Array(#"{"events":7}"#.utf8)
        let odd = try roll.receive(body: body, headers: receiver.sign(body: body))
        #expect(deliveries.count == 3 + odd.count)
        for (later, atOnce) in zip(deliveries.dropFirst(3), odd) {
            #expect((later.id, later.key, later.json) == (atOnce.id, atOnce.key, atOnce.json))
            #expect(later.event.isRecognized == atOnce.event.isRecognized)
        }
    }

    @Test("a message of another webhook, or one that was changed, is no event")
    func faults() async throws {
        _ = try await accept(.simpu, body)
        let message = try #require(await inbox.messages.first)
        #expect(throws: InboxMessageError.otherWebhook("simpu")) { try WebhookSample.github.webhook().read(message) }
        for details in ["", "{}", "[]", #"{"id":1}"#] {
            let changed = InboxMessage(webhook: "simpu", key: message.key, content: message.content, details: details)
            #expect(throws: InboxMessageError.damaged(key: "simpu:evt_1")) {
                try WebhookSample.simpu.webhook().read(changed)
            }
        }
        #expect(
            "\(InboxMessageError.damaged(key: "simpu:evt_1"))"
                == "the message 'simpu:evt_1' is not as it was kept; the store has changed it"
        )
        #expect(
            "\(InboxMessageError.otherWebhook("simpu"))"
                == "the message is of the webhook 'simpu'; have that one read it"
        )
    }

    @Test("any id makes a key that a database takes, and no two ids make one", arguments: ["a\u{0}b", "é"])
    func keys(id: String) async throws {
        let long = String(repeating: id, count: 100)
        for id in [id, long, long + "x"] {
            let text = JSONValue.object(["id": .string(id)]).serialized()
            let configuration = WebhookConfiguration(clock: clock.runtime)
            let headers = try WebhookSample.simpu.headers(WebhookSample.simpu.signature(text))
            let webhook = try WebhookSample.simpu.webhook(configuration)
            #expect(try await webhook.accept(body: text, headers: headers, into: inbox) == 200)
        }
        let messages = await inbox.messages
        #expect(messages.count == 3)
        #expect(
            messages.allSatisfy { $0.key.utf8.count <= 200 && !$0.key.contains("\0") && !$0.details.contains("\0") }
        )
        #expect(try messages.map { try WebhookSample.simpu.webhook().read($0).id } == [id, long, long + "x"])
    }
}
