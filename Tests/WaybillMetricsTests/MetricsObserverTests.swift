import HTTPTypes
import MetricsTestKit
import Simpu
import TestSupport
import Testing
import Walinko
import WaybillMetrics
import WaybillTesting

/// What a metrics backend gets of calls and deliveries.
@Suite struct MetricsObserverTests {
    private let metrics = TestMetrics()
    private var observer: MetricsObserver { MetricsObserver(factory: metrics) }
    private let call = [("api", "walinko"), ("operation", "messages.send")]

    private func client(_ answers: StubAnswer...) throws -> WalinkoClient {
        let configuration = ClientConfiguration(
            transport: StubTransport(answers),
            observers: [observer],
            clock: ManualClock().runtime
        )
        return try WalinkoClient(apiKey: "walk_live_a.b", configuration: configuration)
    }

    private func send(_ walinko: WalinkoClient) async throws {
        _ = try await walinko.messages.send(deviceID: 1, templateID: 12, phone: "+8801617738431")
    }

    @Test("a call with a retry, one that fails, and none left active")
    func calls() async throws {
        let sent = #"{"success":true,"data":{"tracking_id":"t1","status":"sent"}}"#
        let walinko = try client(
            .status(503),
            .json(200, sent, headers: .pairs(["X-RateLimit-Remaining": "17"])),
            .status(422)
        )
        try await send(walinko)
        await #expect(throws: WalinkoError.self) { try await send(walinko) }

        let accepted = call + [("delivery", "accepted"), ("error", "none")]
        let rejected = call + [("delivery", "rejected"), ("error", "422")]
        #expect(try metrics.expectCounter("waybill.calls", accepted).totalValue == 1)
        #expect(try metrics.expectCounter("waybill.calls", rejected).totalValue == 1)
        for error in ["503", "none", "422"] {
            #expect(try metrics.expectCounter("waybill.attempts", call + [("error", error)]).totalValue == 1)
            #expect(try metrics.expectTimer("waybill.attempt.duration", call + [("error", error)]).values.count == 1)
        }
        let waits = try metrics.expectTimer("waybill.wait.duration", call + [("error", "503")]).values
        #expect(waits.count == 1 && waits.allSatisfy { $0 >= 250_000_000 })
        #expect(try metrics.expectTimer("waybill.call.duration", call + [("error", "none")]).values == waits)
        #expect(try metrics.expectMeter("waybill.calls.active", call).lastValue == 0)
        #expect(try metrics.expectGauge("waybill.ratelimit.remaining", [("api", "walinko")]).lastValue == 17)
    }

    @Test("an answer that has changed is counted")
    func unread() async throws {
        try await send(client(.json(200, #"{"success":true,"data":{"tracking_id":"t1","status":["odd"]}}"#)))
        #expect(try metrics.expectCounter("waybill.call.unread", call).totalValue == 1)
    }

    @Test("deliveries by what became of them")
    func deliveries() async throws {
        let webhook = try SimpuWebhook(
            secrets: ["secret"],
            configuration: WebhookConfiguration(observers: [observer])
        )
        let store = InMemoryDeduplicationStore()
        let body = Array(#"{"id":"evt_1","type":"VOICE_RANG","data":{}}"#.utf8)
        for headers in [webhook.sign(body: body), webhook.sign(body: body), [:]] {
            _ = try await webhook.process(body: body, headers: headers, store: store) { _ in }
        }
        for (outcome, recognized) in [("worked", "false"), ("duplicate", "false"), ("refused", "false")] {
            let dimensions = [("webhook", "SimpuWebhook"), ("outcome", outcome)]
            let counter = try metrics.expectCounter("waybill.deliveries", dimensions + [("recognized", recognized)])
            #expect(counter.totalValue == 1)
            #expect(try metrics.expectTimer("waybill.delivery.duration", dimensions).values.count == 1)
        }
    }

    @Test("a duration that nanoseconds cannot hold is the longest that they can")
    func endlessDuration() throws {
        let result = ObservedDeliveryResult(outcome: .worked, duration: .seconds(Int64.max))
        observer.deliveryEnded(result, of: ObservedDelivery(webhook: "W"))
        let dimensions = [("webhook", "W"), ("outcome", "worked")]
        #expect(try metrics.expectTimer("waybill.delivery.duration", dimensions).values == [.max])
    }
}
