import TestSupport
import Testing
import Walinko
import WaybillTesting

/// One client, used from many tasks at once.
@Suite struct WalinkoConcurrencyTests {
    /// Answers a send with the phone that it was sent to as tracking id; every third is refused first with a 503.
    private static let echo = StubTransport { request in
        let phone = request.json?["phone"]?.stringValue ?? "none"
        await Task.yield()
        if request.number.isMultiple(of: 3) { return .status(503) }
        return .ok(
            #"{"tracking_id":"\#(phone)","status":"sent"}"#,
            headers: .pairs(["X-RateLimit-Remaining": "\(request.number)", "X-Request-Id": "req_\(request.number)"])
        )
    }

    @Test("one client shared by 100 tasks: every answer is its own, every key another (P06)")
    func shared() async throws {
        let bench = try WalinkoBench(
            configuration: ClientConfiguration(retry: .documented(maxAttempts: 20), transport: Self.echo),
            randomness: .seeded(11)
        )
        let client = bench.client
        let results = try await withThrowingTaskGroup { group in
            for number in 0..<100 {
                let phone = "\(10_000_000 + number)"
                group.addTask {
                    let sent = try await client.messages.send(deviceID: 1, templateID: 2, phone: phone)
                    return (sent.trackingID == phone, sent.http.request.idempotencyKey)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count == 100)
        #expect(results.allSatisfy { $0.0 })
        #expect(Set(results.map(\.1)).count == 100)
        let requests = Self.echo.requests
        #expect(requests.count > 100)
        let keys = Dictionary(grouping: requests) { $0.header("Idempotency-Key") ?? "none" }
        #expect(keys.count == 100)
        #expect(keys.values.allSatisfy { Set($0.map(\.body)).count == 1 })
        #expect(client.lastRequestID?.hasPrefix("req_") ?? true)
    }
}
