import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct DeliveryTests {
    @Test(
        "What is known of a call is what is known of all its attempts",
        arguments: [
            ([.network(.neverSent, .refused), .network(.neverSent, .nameNotFound)], .notSent),
            ([.network(.neverSent, .refused), .json(400, "{}")], .rejected),
            ([.json(429, "{}"), .network(.neverSent, .refused)], .rejected),
            ([.json(302, "{}")], .rejected),
            ([.json(404, "{}")], .rejected),
            ([.json(429, "{}"), .json(429, "{}")], .rejected),
            ([.json(503, "{}"), .json(400, "{}")], .unknown),
            ([.network(.unknown), .json(422, "{}")], .unknown),
            ([.network(.unknown), .network(.neverSent, .refused)], .unknown),
            ([.json(500, "{}"), .json(500, "{}")], .unknown),
            ([.network(.neverSent, .certificate)], .notSent),
            ([.network(.answered(status: 200), .bodyTooLarge(limit: 5))], .accepted),
            ([.network(.answered(status: 404), .bodyTooLarge(limit: 5))], .rejected),
            ([.network(.answered(status: 500), .closed), .network(.neverSent)], .unknown),
            ([.network(.answered(status: 200), .closed), .json(400, "{}")], .accepted),
            ([.network(.unknown), .json(200, "oops")], .accepted),
            ([.json(503, "{}"), .json(200, "{}")], .accepted),
        ] as [([StubAnswer], DeliveryCertainty)]
    )
    func certainty(answers: [StubAnswer], expected: DeliveryCertainty) async throws {
        let exchange = try SampleExchange(answers)
        let report = try await exchange.failure(of: Sample.send(), options: CallOptions(maxAttempts: 2))
        #expect(report.delivery == expected)
        #expect(report.attempts == answers.count)
    }

    @Test("Refused arguments were not sent, and have no request")
    func refused() async throws {
        let report = try await SampleExchange([]).failure(of: Sample.fetch(""))
        #expect(report.delivery == .notSent)
        #expect(report.attempts == 0)
        #expect(report.request == nil && report.http == nil)
    }
}
