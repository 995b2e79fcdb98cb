import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct WaitTests {
    @Test("queued, sending, sent returns on the third poll")
    func thirdPoll() async throws {
        let exchange = try SampleExchange(["queued", "sending", "sent"].map(Self.answer))
        let answer = try await wait(exchange)
        #expect(answer.status == "sent")
        #expect(exchange.transport.requests.count == 3)
        #expect(exchange.clock.sleeps == [.seconds(2), .seconds(2)])
    }

    @Test("R11 at the deadline it ends with the last status, unknown words too; at least one poll")
    func deadline() async throws {
        let exchange = try SampleExchange(StubTransport { _ in Self.answer("pondering") })
        let report = try await failure { try await wait(exchange, timeout: .seconds(5)) }
        guard case .waitTimedOut(let expired) = report.kind else { throw UnexpectedSuccess() }
        #expect(expired.subject == "m1")
        #expect(expired.lastStatus == "pondering")
        #expect(expired.polls == 4)
        #expect(expired.waited == .seconds(6))
        #expect(expired.lastAnswer?["data"]?["id"]?.stringValue == "m1")
        #expect(report.operation == "messages.waitUntilDone")
        #expect(report.message == "m1 was still pondering after 6 s and 4 polls")
    }

    @Test("A poll's failure comes through as it is, after the poll's own attempts")
    func pollFails() async throws {
        let exchange = try SampleExchange([Self.answer("queued"), .json(404, #"{"error_code":"gone"}"#)])
        let report = try await failure { try await wait(exchange) }
        #expect(report.code == "gone")
        #expect(report.operation == "messages.fetch")
    }

    @Test("R11 a poll that is throttled waits as the server asks")
    func throttled() async throws {
        let throttled = StubAnswer.json(429, "{}", headers: fields(["Retry-After": "4"]))
        let exchange = try SampleExchange([Self.answer("queued"), throttled, Self.answer("sent")])
        #expect(try await wait(exchange).status == "sent")
        #expect(exchange.clock.sleeps == [.seconds(2), .seconds(4)])
    }

    @Test("Times that make no sense are refused before the first poll", arguments: [Duration.zero, .seconds(-1)])
    func refused(time: Duration) async throws {
        let exchange = try SampleExchange([Self.answer("sent")])
        let report = try await failure { try await wait(exchange, timeout: time, interval: time) }
        guard case .invalidArguments(let details) = report.kind else { throw UnexpectedSuccess() }
        #expect(details.violations.map(\.argument) == ["timeout", "interval"])
        #expect(exchange.transport.requests.isEmpty)
    }

    @Test("Cancelled between two polls")
    func cancelled() async throws {
        let exchange = try SampleExchange(
            [Self.answer("queued")],
            clock: ManualClock(sleeping: .untilAdvanced)
        )
        let task = Task { try await failure { try await wait(exchange) } }
        while !exchange.clock.pendingSleeps.contains(.seconds(2)) { await Task.yield() }
        task.cancel()
        let report = try await task.value
        guard case .cancelled = report.kind else { throw UnexpectedSuccess() }
        #expect(report.operation == "messages.waitUntilDone")
    }

    private static func answer(_ status: String) -> StubAnswer {
        .json(200, #"{"data":{"id":"m1","status":"\#(status)"}}"#)
    }

    private func wait(
        _ exchange: SampleExchange,
        timeout: Duration = .seconds(60),
        interval: Duration = .seconds(2)
    ) async throws -> APIResponse<SampleMessage> {
        try await exchange.client.core.wait(
            Wait(name: "messages.waitUntilDone", subject: "m1", timeout: timeout, interval: interval),
            polling: Sample.fetch(),
            until: { $0.status == "sent" },
            showing: { $0.status ?? "" }
        )
    }

    private func failure(of call: () async throws -> APIResponse<SampleMessage>) async throws -> FailureReport {
        do {
            _ = try await call()
        } catch let report as FailureReport {
            return report
        }
        throw UnexpectedSuccess()
    }
}
