import HTTPTypes
import TestSupport
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillWebhooks

/// What observers hear of webhooks: what became of every request.
@Suite struct DeliveryObservationTests {
    private let clock = ManualClock(now: .seconds(1_750_000_000))
    private let log = EventLog()
    private let sample = WebhookSample.simpu
    private let body = Array(#"{"id":"evt_1","text":"CANARY"}"#.utf8)

    private func webhook() throws -> SampleWebhook {
        try sample.webhook(WebhookConfiguration(bodyLimit: 64, observers: [log], clock: clock.runtime))
    }

    private func process(
        _ body: [UInt8],
        signedAs signed: [UInt8]? = nil,
        _ store: any DeduplicationStore,
        _ work: nonisolated(nonsending) (WebhookDelivery<ReceivedModel<JSONValue>>) async throws -> Void
    ) async throws {
        let headers = try sample.headers(sample.signature(signed ?? body))
        _ = try await webhook().process(body: body, headers: headers, store: store, work)
    }

    @Test("a delivery that is worked on, its copies, and one whose work fails")
    func outcomes() async throws {
        let store = InMemoryDeduplicationStore(clock: clock.runtime)
        await #expect(throws: WebhookSampleError.workFailed) {
            try await process(body, store) { _ in
                try await process(body, store) { _ in }
                clock.advance(by: .seconds(2))
                throw WebhookSampleError.workFailed
            }
        }
        try await process(body, store) { _ in clock.advance(by: .seconds(3)) }
        try await process(body, store) { _ in }
        #expect(
            log.lines == [
                "delivery began: simpu", "delivery began: simpu",
                "delivery ended after 0.0 seconds: busy, status 503", "delivery ended after 2.0 seconds: failed",
                "delivery began: simpu", "delivery ended after 3.0 seconds: worked, status 200",
                "delivery began: simpu", "delivery ended after 0.0 seconds: duplicate, status 200",
            ]
        )
        #expect(Set(log.began).count == 4)
        #expect(!log.lines.joined().contains("CANARY"))
    }

    @Test("what is refused, too large or not recognized")
    func oddities() async throws {
        let store = InMemoryDeduplicationStore(clock: clock.runtime)
        try await process(body, signedAs: [], store) { _ in }
        try await process(body + body + body, store) { _ in }
        try await process(Array("{".utf8), store) { _ in }
        #expect(
            log.lines.filter { !$0.contains("began") } == [
                "delivery ended after 0.0 seconds: refused, status 401, not recognized",
                "delivery ended after 0.0 seconds: too_large, status 413, not recognized",
                "delivery ended after 0.0 seconds: worked, status 200, not recognized",
            ]
        )
    }

    @Test("`receive` tells what it has done, and not what the program then does")
    func receiving() throws {
        _ = try webhook().receive(body: body, headers: sample.headers(sample.signature(body)))
        #expect(throws: WebhookError.refused) { try webhook().receive(body: body, headers: HTTPFields()) }
        #expect(
            log.lines.filter { !$0.contains("began") } == [
                "delivery ended after 0.0 seconds: received",
                "delivery ended after 0.0 seconds: refused, status 401, not recognized",
            ]
        )
    }
}
