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

    @Test("What does not fit is refused, and nothing is sent: another operation, method, path, query or key")
    func misfits() async throws {
        let exchange = try SampleExchange([.sent, .sent])
        let filled = try await exchange.client.send(Sample.send()).http.request
        let fetched = try await exchange.client.send(Sample.fetch("row_a")).http.request
        var paged = Sample.fetch("row_a")
        paged.addQuery("page", 2)
        let put = APIRequest<SampleClient, SampleMessage>(
            OperationDefinition(id: "messages.fetch", method: .put, path: "/v1/messages/row_a", resend: .safe)
        )
        let refusals = [
            try await exchange.failure(of: Sample.fetch().resending(filled)),
            try await exchange.failure(of: put.resending(fetched)),
            try await exchange.failure(of: Sample.fetch("row_b").resending(fetched)),
            try await exchange.failure(of: paged.resending(fetched)),
            try await exchange.failure(of: Sample.send(key: "order-2").resending(filled)),
        ]
        #expect(
            refusals.map(\.message) == [
                "resending is a request of messages.send, not of messages.fetch", "resending is a GET, not a PUT",
                "resending goes to another path, or has another query, than this request",
                "resending goes to another path, or has another query, than this request",
                "resending has another idempotency key than this request",
            ]
        )
        #expect(exchange.transport.requests.count == 2)
        #expect(!refusals.contains { "\($0)".contains("row_") })
    }

    @Test("A request of another API, or one that another client filled, does not go out through this one")
    func otherClient() async throws {
        let exchange = try SampleExchange([.sent])
        let other = try SampleExchange([.status(200)], definition: .signed)
        let staging = try SampleExchange([.sent]) { $0.baseURL = "https://stage.sample.test" }
        let foreign = try await other.client.send(Sample.deliver()).http.request
        let staged = try await staging.client.send(Sample.send()).http.request
        let refusals = [
            try await exchange.failure(of: Sample.deliver().resending(foreign)),
            try await exchange.failure(of: Sample.send().resending(staged)),
        ]
        #expect(
            refusals.map(\.message) == [
                "resending is a request to signed, not to sample",
                "resending was filled for another URL than this client's, https://api.sample.test",
            ]
        )
        #expect(exchange.transport.requests.isEmpty)
    }
}
