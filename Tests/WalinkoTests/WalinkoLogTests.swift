import TestSupport
import Testing
import Walinko
import WaybillTesting

/// What the client writes into the log.
@Suite struct WalinkoLogTests {
    private func bench(_ answers: StubAnswer..., log: LineLog) throws -> WalinkoBench {
        try WalinkoBench(configuration: ClientConfiguration(transport: StubTransport(answers), logger: log.logger))
    }

    @Test("log line: only before a retry, level warning, prefix `[walinko] `, with delay, attempt n/max and the reason")
    func retries() async throws {
        let log = LineLog()
        let bench = try bench(.status(503), .reset, .sent, log: log)
        _ = try await bench.send()
        #expect(
            log.messages == [
                "warning: [walinko] retrying in 0.25 s, attempt 2/3: HTTP 503",
                "warning: [walinko] retrying in 0.75 s, attempt 3/3: connection reset",
            ]
        )
    }

    @Test("log line: the server's wait is the one that is named")
    func retryAfter() async throws {
        let log = LineLog()
        let bench = try bench(
            .refusal(429, "rate_limited", headers: .pairs(["Retry-After": "3"])),
            .sent,
            log: log
        )
        _ = try await bench.send()
        #expect(log.messages == ["warning: [walinko] retrying in 3 s, attempt 2/3: HTTP 429"])
    }

    @Test("a line says the same in metadata, and nothing of the request")
    func metadata() async throws {
        let log = LineLog()
        _ = try await bench(.status(503), .sent, log: log).send()
        #expect(
            log.lines == [
                "warning: [walinko] retrying in 0.25 s, attempt 2/3: HTTP 503 error.type=503 waybill.api=walinko "
                    + "waybill.attempt=2 waybill.max_attempts=3 waybill.operation=messages.send waybill.wait_ms=250"
            ]
        )
    }

    @Test("nothing is logged of successes, of refusals, and of the last failure")
    func silence() async throws {
        let log = LineLog()
        let bench = try bench(.sent, .status(422), .status(500), .status(500), .status(500), log: log)
        _ = try await bench.send()
        await #expect(throws: WalinkoError.self) { try await bench.send() }
        #expect(log.lines.isEmpty)
        await #expect(throws: WalinkoError.self) { try await bench.send() }
        #expect(log.lines.count == 2)
    }
}
