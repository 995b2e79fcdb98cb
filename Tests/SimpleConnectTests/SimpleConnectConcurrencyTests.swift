import SimpleConnect
import Testing
import WaybillTesting

/// Clients used from many tasks at once.
@Suite struct SimpleConnectConcurrencyTests {
    private static let echo = StubTransport { request in
        await Task.yield()
        if request.number.isMultiple(of: 3) { return .status(500) }
        let id = request.json?["event"]?["event_id"]?.stringValue ?? "none"
        return .json(202, #"{"event_id":"\#(id)"}"#)
    }

    @Test("one client used from many tasks at once: every receipt is its own event's")
    func shared() async throws {
        let bench = try SimpleConnectBench(
            configuration: .init(retry: RetryPolicy(maxAttempts: 20) { _ in .zero }, transport: Self.echo),
            randomness: .seeded(13)
        )
        let client = bench.integration
        let results = try await withThrowingTaskGroup { group in
            for number in 0..<100 {
                group.addTask {
                    let id = number.isMultiple(of: 2) ? "event_\(number)" : nil
                    let receipt = try await client.events.deliver(
                        "k",
                        recipient: SimpleConnectBench.recipient,
                        event: EventContent(eventID: id)
                    )
                    return (receipt.eventID, receipt.http.request.idempotencyKey)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count == 100)
        #expect(results.allSatisfy { $0.0 == $0.1 })
        #expect(Set(results.map(\.0)).count == 100)
        #expect(Self.echo.requests.allSatisfy { $0.header("X-SimpleConnect-Signature") != nil })
    }
}
