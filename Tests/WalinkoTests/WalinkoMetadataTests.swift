import HTTPTypes
import TestSupport
import Testing
import Walinko
import WaybillTesting

/// What comes beside an answer, and what the client remembers of the newest one.
@Suite struct WalinkoMetadataTests {
    private static func limits(_ limit: String, _ remaining: String, id: String = "req_1") -> StubAnswer {
        .ok(
            #"{"tracking_id":"tx_abc","status":"sent"}"#,
            headers: .pairs(["x-ratelimit-limit": limit, "X-RATELIMIT-REMAINING": remaining, "x-request-id": id])
        )
    }

    @Test("both last_* are overwritten on every answer, also with nil when headers vanish")
    func vanishing() async throws {
        let bench = try WalinkoBench(Self.limits("30", "29"), .sent)
        _ = try await bench.send()
        #expect(bench.client.lastRateLimit == RateLimit(limit: 30, remaining: 29))
        #expect(bench.client.lastRequestID == "req_1")
        _ = try await bench.send()
        #expect(bench.client.lastRateLimit == nil)
        #expect(bench.client.lastRequestID == nil)
    }

    @Test("errors and retried answers count too: the last of them is remembered")
    func errors() async throws {
        let refusal = StubAnswer.refusal(
            422,
            "validation_error",
            headers: .pairs(["X-RateLimit-Limit": "30", "X-RateLimit-Remaining": "3", "X-Request-Id": "req_422"])
        )
        let bench = try WalinkoBench(.status(503, headers: .pairs(["X-Request-Id": "req_503"])), refusal, .status(400))
        await #expect(throws: WalinkoError.self) { try await bench.send() }
        #expect(bench.client.lastRequestID == "req_422")
        #expect(bench.client.lastRateLimit?.remaining == 3)
        await #expect(throws: WalinkoError.self) { try await bench.send() }
        #expect(bench.client.lastRequestID == nil)
    }

    @Test("a retried answer alone is remembered where nothing comes after it")
    func retried() async throws {
        let bench = try WalinkoBench(.status(503, headers: .pairs(["X-Request-Id": "req_503"])), .reset, .reset)
        await #expect(throws: WalinkoError.self) { try await bench.send() }
        #expect(bench.client.lastRequestID == "req_503")
    }

    @Test("a network error leaves them alone")
    func networkError() async throws {
        let bench = try WalinkoBench(Self.limits("30", "28"), .reset, .reset, .reset)
        _ = try await bench.send()
        await #expect(throws: WalinkoError.self) { try await bench.send() }
        #expect(bench.client.lastRateLimit?.remaining == 28)
        #expect(bench.client.lastRequestID == "req_1")
    }

    @Test("an answer that cannot be read is remembered as well")
    func undecodable() async throws {
        let bench = try WalinkoBench(.json(200, "{}", headers: .pairs(["X-Request-Id": "req_bad"])))
        await #expect(throws: WalinkoError.self) { try await bench.send() }
        #expect(bench.client.lastRequestID == "req_bad")
    }

    @Test("copies of a client remember together")
    func copies() async throws {
        let bench = try WalinkoBench(Self.limits("30", "28"))
        let copy = bench.client
        _ = try await bench.send()
        #expect(copy.lastRateLimit?.remaining == 28)
    }

    @Test(
        "saturated? is true where remaining is known and not above 0",
        arguments: [("0", true), ("1", false), ("29", false)]
    )
    func saturated(remaining: String, expected: Bool) async throws {
        let bench = try WalinkoBench(Self.limits("30", remaining))
        #expect(try await bench.send().http.rateLimit?.isSaturated == expected)
        #expect(!RateLimit(limit: 30).isSaturated)
    }

    @Test(
        "A05 rate-limit headers of garbage are ignored; the snapshot is nil only if both are",
        arguments: [
            ("x", "y", nil), ("30", "", RateLimit(limit: 30)), ("", "7", RateLimit(remaining: 7)), ("3e1", "1.5", nil),
        ]
    )
    func garbage(limit: String, remaining: String, expected: RateLimit?) async throws {
        let bench = try WalinkoBench(Self.limits(limit, remaining))
        #expect(try await bench.send().http.rateLimit == expected)
    }

    @Test("beside the answer: status, headers, attempts, raw body, raw JSON, what was sent")
    func everything() async throws {
        let bench = try WalinkoBench(.status(503), Self.limits("30", "1"))
        let http = try await bench.send(idempotencyKey: "k-1").http
        #expect(http.status == 200)
        #expect(http.attempts == 2)
        #expect(http.header("content-type") == "application/json")
        #expect(http.text.hasPrefix(#"{"success":true"#))
        #expect(http.json?["data"]?["tracking_id"] == "tx_abc")
        #expect(http.json?["message"] == "ok")
        #expect(http.request.operation == "messages.send")
        #expect(http.request.method == "POST")
        #expect(http.request.url == WalinkoBench.messagesURL)
        #expect(http.request.idempotencyKey == "k-1")
        #expect(http.request.body == bench.requests.first?.body)
        #expect(!http.request.headers.contains { $0.name.canonicalName == "authorization" })
    }
}
