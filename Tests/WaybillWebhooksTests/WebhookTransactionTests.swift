import HTTPTypes
import TestSupport
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillWebhooks

/// Events that are claimed in the transaction of their work.
@Suite struct WebhookTransactionTests {
    private struct Roll: APIBatchWebhook {
        let receiver: WebhookReceiver<ReceivedModel<JSONValue>>
    }

    private let clock = ManualClock(now: .seconds(1_750_000_000))
    private let log = EventLog()
    private let sample = WebhookSample.simpu
    private let store = HeldTransactions()
    private let body = Array(#"{"id":"evt_1"}"#.utf8)

    private func deliver(
        signedAs signed: [UInt8]? = nil,
        _ work: nonisolated(nonsending) () async throws -> Void = {}
    ) async throws -> Int {
        let webhook = try sample.webhook(WebhookConfiguration(observers: [log], clock: clock.runtime))
        let headers = try sample.headers(sample.signature(signed ?? body))
        return try await webhook.process(body: body, headers: headers, in: store) { delivery, transaction in
            transaction.effects.append(delivery.key)
            try await work()
        }
    }

    @Test("an event is worked on once, its copies are acknowledged, and a copy during the work is not")
    func once() async throws {
        let status = try await deliver {
            let copy = try await deliver()
            #expect(copy == 503)
        }
        #expect(status == 200)
        #expect(try await deliver() == 200)
        #expect(store.effects == ["simpu:evt_1"])
        #expect(
            log.lines.filter { $0.contains("ended") } == [
                "delivery ended after 0.0 seconds: busy, status 503",
                "delivery ended after 0.0 seconds: worked, status 200",
                "delivery ended after 0.0 seconds: duplicate, status 200",
            ]
        )
    }

    @Test("work that fails leaves neither its effect nor the claim, and its error is the caller's")
    func failure() async throws {
        await #expect(throws: WebhookSampleError.workFailed) {
            _ = try await deliver { throw WebhookSampleError.workFailed }
        }
        #expect(store.effects == [])
        #expect(try await deliver() == 200)
        #expect(store.effects == ["simpu:evt_1"])
    }

    @Test("nothing forged begins a transaction's work")
    func forged() async throws {
        #expect(try await deliver(signedAs: [1]) == 401)
        #expect(store.effects == [])
    }

    @Test("each event of a body has a transaction of its own: what fails comes again, and the others do not")
    func batch() async throws {
        let scheme = WebhookSignatureScheme(algorithm: .sha256, encoding: .hex, header: "X-Signature")
        let definition = WebhookDefinition(name: "roll", scheme: scheme, batch: "[]", deduplication: .field("id"))
        let receiver = try WebhookReceiver(definition, secrets: ["s"]) { $0.value().map(ReceivedModel.event) }
        let roll = Roll(receiver: receiver)
        let body = Array(#"[{"id":"1"},{"id":"2"},{"id":"3"}]"#.utf8)
        let headers = receiver.sign(body: body)
        await #expect(throws: WebhookSampleError.workFailed) {
            _ = try await roll.process(body: body, headers: headers, in: store) { delivery, transaction in
                transaction.effects.append(delivery.key)
                if delivery.id == "2" { throw WebhookSampleError.workFailed }
            }
        }
        #expect(store.effects == ["roll:1", "roll:3"])
        let status = try await roll.process(body: body, headers: headers, in: store) { delivery, transaction in
            transaction.effects.append(delivery.key)
        }
        #expect(status == 200)
        #expect(store.effects == ["roll:1", "roll:3", "roll:2"])
    }
}
