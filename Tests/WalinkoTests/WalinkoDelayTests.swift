import TestSupport
import Testing
import Walinko
import WaybillTesting

/// How long the client waits before another attempt.
@Suite struct WalinkoDelayTests {
    /// A bench with limits so long that waits of a minute are no limits.
    private func patient(
        _ answers: StubAnswer...,
        retry: RetryPolicy? = nil,
        randomness: ManualRandomness = .fixed(0)
    ) throws -> WalinkoBench {
        try WalinkoBench(
            configuration: ClientConfiguration(
                timeouts: Timeouts(attempt: .seconds(86_400)),
                retry: retry,
                transport: StubTransport(answers)
            ),
            sleeping: .atOnce(below: .seconds(3_600)),
            randomness: randomness
        )
    }

    private func throttle(_ retryAfter: String, status: Int = 429) -> StubAnswer {
        .refusal(status, "rate_limited", headers: .pairs(["Retry-After": retryAfter]))
    }

    @Test("the delay table: 0.25, 0.75, 1.75, 3.75, 3.75 s")
    func table() async throws {
        let bench = try patient(
            .status(503),
            .status(500),
            .reset,
            .status(504),
            .refused,
            .sent,
            retry: .documented(maxAttempts: 6)
        )
        _ = try await bench.send()
        #expect(bench.delays == [250, 750, 1_750, 3_750, 3_750].map { .milliseconds($0) })
    }

    @Test("the delay table's jitter stays within 0 to 0.1 s", arguments: [UInt64.max, UInt64.max / 2, 1])
    func jitter(random: UInt64) async throws {
        let bench = try patient(.status(503), .status(503), .sent, randomness: .fixed(random))
        _ = try await bench.send()
        let share = Double(random >> 11) * 0x1p-53
        #expect(bench.delays.count == 2)
        for (delay, base) in zip(bench.delays, [Duration.milliseconds(250), .milliseconds(750)]) {
            #expect(delay >= base)
            #expect(delay <= base + .milliseconds(100))
            #expect(abs((delay - base) / .milliseconds(100) - share) < 1e-6)
        }
    }

    @Test("429 + Retry-After 3 then 200 -> slept exactly 3, without jitter")
    func retryAfter() async throws {
        let bench = try patient(throttle("3"), .sent, randomness: .fixed(.max))
        _ = try await bench.send()
        #expect(bench.delays == [.seconds(3)])
    }

    @Test(
        "Retry-After > 60 capped, B04 the true value stays on the error",
        arguments: [("60", 60), ("61", 60), ("120", 60), ("99999999999999999999", 60)]
    )
    func cap(value: String, expected: Int) async throws {
        let bench = try patient(throttle(value), throttle(value), throttle(value))
        let error = try await #require(throws: WalinkoError.self) { try await bench.send() }
        #expect(bench.delays == [.seconds(expected), .seconds(expected)])
        let asked = try #require(error.retryAfter)
        if let seconds = Int(value) { #expect(asked == .seconds(seconds)) } else { #expect(asked > .seconds(120)) }
    }

    @Test("Retry-After 0 retries at once")
    func zero() async throws {
        let bench = try patient(throttle("0"), .sent)
        #expect(try await bench.send().http.attempts == 2)
        #expect(bench.delays.allSatisfy { $0 == .zero })
    }

    @Test(
        "A01 non-numeric Retry-After falls back to the table",
        arguments: ["abc", "-1", "+12", "1.5", "1e3", "12, 30", "", "12s", "Sun, 31 Feb 1995 00:00:00 GMT"]
    )
    func unusable(value: String) async throws {
        let bench = try patient(throttle(value), .sent)
        _ = try await bench.send()
        #expect(bench.delays == [.milliseconds(250)])
    }

    @Test(
        "A01 an HTTP date is taken against the wall clock",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:47 GMT", 10), ("Sun, 06 Nov 1994 08:00:00 GMT", 0),
            ("Sun Nov  6 08:49:40 1994", 3),
        ]
    )
    func date(value: String, expected: Int) async throws {
        let bench = try patient(throttle(value), .sent)
        _ = try await bench.send()
        #expect(bench.clock.uptime == .seconds(expected))
    }

    @Test("Retry-After is ignored on every status but 429", arguments: [500, 502, 503, 504])
    func onlyThrottling(status: Int) async throws {
        let bench = try patient(throttle("30", status: status), .sent)
        _ = try await bench.send()
        #expect(bench.delays == [.milliseconds(250)])
    }

    @Test("details.retry_after_ms is never waited for")
    func detailsAreInformation() async throws {
        let bench = try patient(.refusal(429, "rate_limited", details: #"{"retry_after_ms":12000}"#), .sent)
        _ = try await bench.send()
        #expect(bench.delays == [.milliseconds(250)])
    }

    @Test("B03 a wait that would pass the call's deadline is not begun")
    func deadline() async throws {
        let bench = try WalinkoBench(throttle("30"), .sent)
        let error = try await #require(throws: WalinkoError.self) {
            try await bench.send(options: CallOptions(callTimeout: .seconds(28)))
        }
        guard case .rateLimited(let failure) = error else { throw Unexpected(error) }
        #expect(failure.retryAfter == .seconds(30))
        #expect(bench.requests.count == 1)
        #expect(bench.delays.isEmpty)
    }

    @Test("a custom policy's attempts and delays are obeyed; Retry-After still wins")
    func custom() async throws {
        let policy = RetryPolicy(maxAttempts: 4) { attempt in .seconds(1 << attempt) }
        let bench = try patient(.status(503), throttle("3"), .reset, .sent, retry: policy)
        _ = try await bench.send()
        #expect(bench.delays == [.seconds(2), .seconds(3), .seconds(8)])

        let refused = try patient(.status(400), .sent, retry: policy)
        await #expect(throws: WalinkoError.self) { try await refused.send() }
        #expect(refused.delays.isEmpty)
    }

    @Test("cancelling during the wait ends the call at once, without another attempt (C03)")
    func cancelled() async throws {
        let bench = try WalinkoBench(
            .status(503),
            .sent,
            configuration: .init(retry: RetryPolicy(maxAttempts: 3) { _ in .seconds(77) }),
            sleeping: .untilAdvanced
        )
        let call = Task { try await bench.send() }
        try await bench.clock.untilSleeping(for: .seconds(77))
        call.cancel()
        let error = try await #require(throws: WalinkoError.self) { try await call.value }
        guard case .cancelled = error else { throw Unexpected(error) }
        #expect(error.isCancellation)
        #expect(error.delivery == .unknown)
        #expect(bench.requests.count == 1)
    }
}
