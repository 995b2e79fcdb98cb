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
            ([.json(302, "{}")], .unknown),
            ([.json(303, "{}")], .unknown),
            ([.json(499, "{}")], .unknown),
            ([.json(404, "{}")], .rejected),
            ([.json(429, "{}"), .json(429, "{}")], .rejected),
            ([.json(503, "{}"), .json(400, "{}")], .unknown),
            ([.network(.unknown), .json(422, "{}")], .unknown),
            ([.network(.unknown), .network(.neverSent, .refused)], .unknown),
            ([.json(500, "{}"), .json(500, "{}")], .unknown),
            ([.network(.neverSent, .certificate)], .notSent),
            ([.status(200).brokenOff(reason: .bodyTooLarge(limit: 5))], .accepted),
            ([.status(404).brokenOff(reason: .bodyTooLarge(limit: 5))], .rejected),
            ([.status(500).brokenOff(), .network(.neverSent)], .unknown),
            ([.status(200).brokenOff()], .accepted),
            ([.status(400).brokenOff(reason: .reset)], .rejected),
            ([.status(303).brokenOff(reason: .reset)], .unknown),
            ([.network(.unknown), .status(202).brokenOff(reason: .protocolViolation)], .accepted),
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

    @Test("A redirect of a read changed nothing", arguments: [301, 302, 303, 307, 308, 499])
    func redirectedRead(status: Int) async throws {
        let report = try await SampleExchange([.json(status, "{}")]).failure(of: Sample.fetch())
        #expect(report.delivery == .rejected)
    }

    @Test("Refused arguments were not sent, and have no request")
    func refused() async throws {
        let report = try await SampleExchange([]).failure(of: Sample.fetch(""))
        #expect(report.delivery == .notSent)
        #expect(report.attempts == 0)
        #expect(report.request == nil && report.http == nil)
    }
}
