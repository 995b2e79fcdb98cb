import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct ResendingTests {
    @Test("A call that may have arrived goes out again with the same key and the same bytes")
    func sameKeyAndBytes() async throws {
        let exchange = try SampleExchange([.network(.unknown), .sent])
        let report = try await exchange.failure(of: Sample.send(), options: CallOptions(maxAttempts: 1))
        let filled = try #require(report.request)
        exchange.clock.advance(by: .seconds(3_600))
        let answer = try await exchange.client.send(Sample.send().resending(filled))
        let requests = exchange.transport.requests
        #expect(requests[0].body == requests[1].body)
        #expect(requests[0].header("Idempotency-Key") == requests[1].header("Idempotency-Key"))
        #expect(answer.http.request == filled)
    }

    @Test("The same where the key lives in the body, signed anew")
    func keyInBody() async throws {
        let exchange = try SampleExchange([.network(.unknown), .status(200)], definition: .signed)
        let report = try await exchange.failure(of: Sample.deliver(), options: CallOptions(maxAttempts: 1))
        let filled = try #require(report.request)
        exchange.clock.advance(by: .seconds(60))
        _ = try await exchange.client.send(Sample.deliver().resending(filled))
        let requests = exchange.transport.requests
        #expect(requests[0].body == requests[1].body)
        #expect(filled.idempotencyKey?.hasPrefix("evt_") == true)
        #expect(requests[0].header("X-Signature") != requests[1].header("X-Signature"))
    }

    @Test("A filled request of another operation is refused")
    func otherOperation() async throws {
        let exchange = try SampleExchange([.sent, .sent])
        let filled = try await exchange.client.send(Sample.send()).http.request
        let report = try await exchange.failure(of: Sample.fetch().resending(filled))
        #expect(report.message == "resending is a request of messages.send, not of messages.fetch")
        #expect(exchange.transport.requests.count == 1)
    }
}
