import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct MetadataTests {
    private static let headers = fields([
        "x-request-id": "req_1", "X-RateLimit-Limit": "30", "X-RateLimit-Remaining": "0", "Idempotent-Replayed": "true",
    ])

    private static let quiet = fields([
        "X-Request-Id": "req_1", "X-RateLimit-Limit": "30", "X-RateLimit-Remaining": "0",
    ])

    @Test("An answer tells status, id, rate limit and replay")
    func metadata() async throws {
        let exchange = try SampleExchange([.json(202, #"{"data":{"id":"m1"}}"#, headers: Self.headers)])
        let http = try await exchange.client.send(Sample.send()).http
        #expect(http.status == 202)
        #expect(http.requestID == "req_1")
        #expect(http.rateLimit == RateLimit(limit: 30, remaining: 0))
        #expect(http.rateLimit?.isSaturated == true)
        #expect(http.isReplayed)
        #expect(http.header("X-REQUEST-ID") == "req_1")
        #expect(http.header("bad name") == nil)
        #expect(http.json?["data"]?["id"]?.stringValue == "m1")
        #expect(http.request.operation == "messages.send")
    }

    @Test(
        "A05 what is no number is ignored",
        arguments: ["", " ", "-", "--1", "-1.5", "1.5", "abc", "99999999999999999999999", "１"]
    )
    func garbage(value: String) async throws {
        let headers = fields(["X-RateLimit-Limit": value, "X-RateLimit-Remaining": value])
        let exchange = try SampleExchange([.json(200, #"{"data":{"id":"m1"}}"#, headers: headers)])
        #expect(try await exchange.client.send(Sample.send()).http.rateLimit == nil)
    }

    @Test("A05 below zero nothing is left", arguments: ["-1", " -30 ", "-99999999999999999999999"])
    func belowZero(value: String) async throws {
        let headers = fields(["X-RateLimit-Limit": value, "X-RateLimit-Remaining": value])
        let exchange = try SampleExchange([.json(200, #"{"data":{"id":"m1"}}"#, headers: headers)])
        let limit = try await exchange.client.send(Sample.send()).http.rateLimit
        #expect(limit == RateLimit(limit: nil, remaining: 0))
        #expect(limit?.isSaturated == true)
    }

    @Test("A snapshot is kept where one of its two fields is there; unknown is not saturated")
    func half() async throws {
        let headers = fields(["X-RateLimit-Limit": " 30 "])
        let exchange = try SampleExchange([.json(200, #"{"data":{"id":"m1"}}"#, headers: headers)])
        let limit = try await exchange.client.send(Sample.send()).http.rateLimit
        #expect(limit == RateLimit(limit: 30, remaining: nil))
        #expect(limit?.isSaturated == false)
    }

    @Test("The newest answer counts: errors and retried ones too, with nothing where it says nothing")
    func newest() async throws {
        let exchange = try SampleExchange([
            .json(500, "{}", headers: Self.quiet), .network(.unknown), .json(400, "{}", headers: Self.quiet), .sent,
        ])
        let core = exchange.client.core
        #expect(core.lastRateLimit == nil && core.lastRequestID == nil)
        _ = try await exchange.failure(of: Sample.send())
        #expect(core.lastRequestID == "req_1")
        #expect(core.lastRateLimit == RateLimit(limit: 30, remaining: 0))
        _ = try await exchange.client.send(Sample.send())
        #expect(core.lastRequestID == nil && core.lastRateLimit == nil)
    }

    @Test("A network failure leaves them alone")
    func networkFailure() async throws {
        let exchange = try SampleExchange([.json(500, "{}", headers: Self.quiet), .network(.unknown)])
        _ = try await exchange.failure(of: Sample.send(), options: CallOptions(maxAttempts: 2))
        #expect(exchange.client.core.lastRequestID == "req_1")
    }
}
