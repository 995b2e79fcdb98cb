import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct ClockSkewTests {
    /// What the clock of these tests stands at, as a server would say it.
    private static let now = "Sun, 15 Jun 2025 15:06:40 GMT"

    private func report(
        _ status: Int,
        date: String,
        definition: ClientDefinition = .signed
    ) async throws -> FailureReport {
        let answer = StubAnswer.json(status, #"{"message":"Bad signature"}"#, headers: fields(["Date": date]))
        let exchange = try SampleExchange([answer, answer, answer], definition: definition)
        return try await exchange.failure(of: Sample.deliver())
    }

    @Test(
        "V07 a refused signature tells how far the clocks are apart",
        arguments: [
            ("Sun, 15 Jun 2025 14:06:40 GMT", Duration.seconds(3_600), "3600 s ahead of"),
            ("Sun, 15 Jun 2025 15:05:39 GMT", .seconds(61), "61 s ahead of"),
            ("Sun, 15 Jun 2025 15:07:41 GMT", .seconds(-61), "61 s behind"),
            ("Monday, 16-Jun-25 15:06:40 GMT", .seconds(-86_400), "86400 s behind"),
        ]
    )
    func skew(date: String, skew: Duration, text: String) async throws {
        for status in [401, 403] {
            let report = try await report(status, date: date)
            #expect(report.clockSkew == skew)
            #expect(report.message == "Bad signature; this clock is \(text) the server's")
            #expect(report.attempts == 1)
            let error: any APIError = SampleError(report)
            #expect(error.clockSkew == skew)
        }
    }

    @Test(
        "V07 nothing is said within a minute, or of a date that is none",
        arguments: [now, "Sun, 15 Jun 2025 15:05:40 GMT", "Sun, 15 Jun 2025 15:07:40 GMT", "yesterday", ""]
    )
    func near(date: String) async throws {
        let report = try await report(401, date: date)
        #expect(report.clockSkew == nil)
        #expect(report.message == "Bad signature")
    }

    @Test("V07 nor of other statuses, nor where no time is signed")
    func elsewhere() async throws {
        let date = "Sun, 15 Jun 2025 14:06:40 GMT"
        for status in [400, 404, 429, 500] { #expect(try await report(status, date: date).clockSkew == nil) }
        #expect(try await report(401, date: date, definition: SampleClient.definition).clockSkew == nil)
    }

    @Test("V07 nothing is adjusted: the next call signs with the same clock")
    func notAdjusted() async throws {
        let answer = StubAnswer.json(401, "{}", headers: fields(["Date": "Sun, 15 Jun 2025 14:06:40 GMT"]))
        let exchange = try SampleExchange([answer, .status(200)], definition: .signed)
        _ = try await exchange.failure(of: Sample.deliver())
        _ = try await exchange.client.send(Sample.deliver())
        #expect(exchange.transport.requests.map { $0.header("X-Timestamp") } == ["1750000000", "1750000000"])
    }
}
