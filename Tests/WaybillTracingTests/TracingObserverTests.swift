import HTTPTypes
import InMemoryTracing
import Simpu
import TestSupport
import Testing
import Tracing
import Walinko
import WaybillTesting
import WaybillTracing

/// What a tracing backend gets of calls and deliveries, and what servers get of traces.
@Suite struct TracingObserverTests {
    private let tracer = InMemoryTracer()

    private func client(
        _ transport: StubTransport,
        tracer: (any Tracer)? = nil,
        clock: ManualClock = ManualClock()
    ) throws -> WalinkoClient {
        let configuration = ClientConfiguration(
            transport: transport,
            observers: [TracingObserver(tracer: tracer ?? self.tracer)],
            clock: clock.runtime
        )
        return try WalinkoClient(apiKey: "walk_live_a.b", configuration: configuration)
    }

    private static let sent = StubAnswer.json(
        200,
        #"{"success":true,"data":{"tracking_id":"t1","status":"sent"}}"#,
        headers: .pairs(["X-Request-Id": "req-9"])
    )

    private func send(_ walinko: WalinkoClient) async throws {
        _ = try await walinko.messages.send(deviceID: 1, templateID: 12, phone: "+8801617738431")
    }

    /// Name, kind and attributes of a finished span, in one line.
    private func line(_ span: FinishedInMemorySpan) -> String {
        var attributes: [String] = []
        span.attributes.forEach { attributes.append("\($0)=\(text($1))") }
        let status = span.status.map { " \($0.code)" } ?? ""
        return "\(span.operationName) [\(span.kind)]\(status): " + attributes.sorted().joined(separator: " ")
    }

    private func text(_ attribute: SpanAttribute) -> String {
        switch attribute {
        case .string(let text): text
        case .int64(let number): "\(number)"
        default: "?"
        }
    }

    @Test("a call is a span below the caller's, and each attempt one below the call's")
    func spans() async throws {
        let walinko = try client(StubTransport(.status(503), Self.sent))
        try await tracer.withSpan("order") { _ in try await send(walinko) }
        let spans = tracer.finishedSpans
        #expect(
            spans.map(line) == [
                "POST /api/v1/public/messages [client] error: error.type=503 http.request.method=POST "
                    + "http.response.status_code=503 server.address=api.walinko.com "
                    + "url.template=/api/v1/public/messages",
                "POST /api/v1/public/messages [client]: http.request.method=POST http.request.resend_count=1 "
                    + "http.response.status_code=200 server.address=api.walinko.com "
                    + "url.template=/api/v1/public/messages waybill.request_id=req-9",
                "walinko messages.send [internal]: http.response.status_code=200 waybill.api=walinko "
                    + "waybill.attempts=2 waybill.delivery=accepted waybill.operation=messages.send",
                "order [internal]: ",
            ]
        )
        try #require(spans.count == 4)
        #expect(spans[2].events.map(\.name) == ["waybill.wait"])
        #expect(spans[2].parentSpanID == spans[3].spanID)
        #expect(spans[..<2].allSatisfy { $0.parentSpanID == spans[2].spanID })
        #expect(Set(spans.map(\.traceID)).count == 1)
        #expect(tracer.activeSpans.isEmpty)
    }

    @Test("each attempt carries its own span as W3C Trace Context")
    func traceContext() async throws {
        let transport = StubTransport(.status(503), Self.sent)
        let walinko = try client(transport, tracer: TraceContextTracer(tracer: tracer))
        try await send(walinko)
        let ids = tracer.finishedSpans.prefix(2).map(\.spanID)
        let carried = transport.requests.flatMap(\.headers).filter { $0.name.canonicalName == "traceparent" }.map(
            \.value
        )
        #expect(carried.count == 2 && Set(carried).count == 2)
        for (field, id) in zip(carried, ids) {
            #expect(field.wholeMatch(of: /00-[0-9a-f]{32}-[0-9a-f]{16}-01/) != nil)
            #expect(field == TraceContextTracer.field(traceID: tracer.finishedSpans[0].traceID, spanID: id))
        }
    }

    @Test("a call that fails, and one that is cancelled, leave no span open")
    func failures() async throws {
        let walinko = try client(StubTransport(.status(422), .silence))
        await #expect(throws: WalinkoError.self) { try await send(walinko) }
        let cancelled = Task { try await send(walinko) }
        cancelled.cancel()
        _ = await cancelled.result
        #expect(tracer.activeSpans.isEmpty)
        let calls = tracer.finishedSpans.filter { $0.operationName == "walinko messages.send" }
        #expect(calls.map { $0.attributes.get("error.type") } == ["422", "cancelled"])
        #expect(calls.map { $0.attributes.get("waybill.delivery") } == ["rejected", "notSent"])
        #expect(calls.allSatisfy { $0.status?.code == .error })
    }

    @Test("a delivery is a consumer span")
    func deliveries() async throws {
        let webhook = try SimpuWebhook(
            secrets: ["secret"],
            configuration: WebhookConfiguration(observers: [TracingObserver(tracer: tracer)])
        )
        let body = Array(#"{"id":"evt_1","type":"VOICE_RANG","data":{}}"#.utf8)
        let store = InMemoryDeduplicationStore()
        _ = try await webhook.process(body: body, headers: webhook.sign(body: body), store: store) { _ in }
        _ = try await webhook.process(body: body, headers: [:], store: store) { _ in }
        await #expect(throws: CancellationError.self) {
            let next = Array(#"{"id":"evt_2"}"#.utf8)
            _ = try await webhook.process(body: next, headers: webhook.sign(body: next), store: store) { _ in
                throw CancellationError()
            }
        }
        #expect(
            tracer.finishedSpans.map(line) == [
                "SimpuWebhook [consumer]: http.response.status_code=200 waybill.outcome=worked "
                    + "waybill.webhook=SimpuWebhook",
                "SimpuWebhook [consumer]: http.response.status_code=401 waybill.outcome=refused "
                    + "waybill.webhook=SimpuWebhook",
                "SimpuWebhook [consumer] error: error.type=failed waybill.outcome=failed waybill.webhook=SimpuWebhook",
            ]
        )
        #expect(tracer.activeSpans.isEmpty)
    }
}
