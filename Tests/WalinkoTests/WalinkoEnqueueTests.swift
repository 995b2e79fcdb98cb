import TestSupport
import Testing
import Walinko
import WaybillTesting

/// What `enqueue` puts on the wire, and what it makes of the answer.
@Suite struct WalinkoEnqueueTests {
    static let example = """
        {"tracking_id":"tx_767fd2faca0f4037b2a2bbcb91e5735f","status":"queued",\
        "status_url":"/api/v1/public/messages/tx_767fd2faca0f4037b2a2bbcb91e5735f"}
        """

    private func enqueue(_ bench: WalinkoBench, key: String? = nil) async throws(WalinkoError) -> APIResponse<
        QueuedMessage
    > {
        try await bench.client.messages.enqueue(
            deviceID: 1,
            templateID: 12,
            phone: WalinkoBench.phone,
            idempotencyKey: key
        )
    }

    @Test("async=true in body; the same URL and headers as send")
    func wire() async throws {
        let bench = try WalinkoBench(.ok(Self.example, status: 202))
        _ = try await enqueue(bench, key: "order-1")
        let request = try #require(bench.requests.first)
        #expect(request.verb == "POST")
        #expect(request.url == WalinkoBench.messagesURL)
        #expect(request.text == #"{"device_id":1,"template_id":12,"phone":"+8801617738431","async":true}"#)
        #expect(request.header("Idempotency-Key") == "order-1")
        #expect(request.header("Content-Type") == "application/json")
    }

    @Test("enqueue writes every argument, in the spec's order")
    func allArguments() async throws {
        let bench = try WalinkoBench(.ok(Self.example, status: 202))
        _ = try await bench.client.messages.enqueue(
            deviceID: 3,
            templateID: 4,
            phone: "12345678",
            variantIndex: 2,
            variables: ["b": "2", "a": "1"]
        )
        #expect(
            bench.requests.map(\.text) == [
                #"{"device_id":3,"template_id":4,"phone":"12345678","variant_index":2,"variables":{"a":"1","b":"2"},"async":true}"#
            ]
        )
    }

    @Test("202 -> job, queued predicate, status_url")
    func result() async throws {
        let bench = try WalinkoBench(.ok(Self.example, status: 202, headers: .pairs(["X-Request-Id": "req_2"])))
        let job = try await enqueue(bench)
        #expect(job.trackingID == WalinkoBench.trackingID)
        #expect(job.status == .queued)
        #expect(job.isQueued)
        #expect(job.statusURL == "/api/v1/public/messages/tx_767fd2faca0f4037b2a2bbcb91e5735f")
        #expect(job.http.status == 202)
        #expect(job.http.requestID == "req_2")
        #expect(!job.http.isReplayed)
    }

    @Test("replayed flag on 202")
    func replayed() async throws {
        let bench = try WalinkoBench(.ok(Self.example, status: 202, headers: .pairs(["idempotent-replayed": "true"])))
        #expect(try await enqueue(bench).http.isReplayed)
    }

    @Test("S07 an absolute status_url is kept as text and never requested")
    func statusURL() async throws {
        let data = #"{"tracking_id":"tx_abc","status":"queued","status_url":"https://evil.example/steal"}"#
        let bench = try WalinkoBench(.ok(data, status: 202), .state("sent"))
        let job = try await enqueue(bench)
        #expect(job.statusURL == "https://evil.example/steal")
        _ = try await bench.client.messages.waitUntilDone(job.trackingID)
        #expect(bench.requests.map(\.url) == [WalinkoBench.messagesURL, WalinkoBench.messagesURL + "/tx_abc"])
    }
}
