import SimpleConnect
import TestSupport
import Testing
import WaybillTesting

/// When and how often both clients try again.
@Suite struct SimpleConnectRetryTests {
    /// The four calls that are sent again; the fifth, `events.detail`, is in its own test.
    private func attempts(_ bench: SimpleConnectBench, _ call: String) async throws -> Int {
        switch call {
        case "events.deliver": try await bench.deliver().http.attempts
        case "integrations.verify": try await bench.integration.integrations.verify().http.attempts
        case "messages.deliver": try await bench.sendTemplate().http.attempts
        case "events.detail": try await bench.integration.events.detail("e1").http.attempts
        default: try await bench.account.messages.detail("msg_1").http.attempts
        }
    }

    static let calls = [
        "events.deliver", "events.detail", "integrations.verify", "messages.deliver", "messages.detail",
    ]

    @Test("500,500,200 -> attempts 3, delays 1 then 2, on every call", arguments: calls)
    func recovers(call: String) async throws {
        let bench = try SimpleConnectBench(.status(500), .status(500), .json(200, "{}"))
        #expect(try await attempts(bench, call) == 3)
        #expect(bench.delays == [.seconds(1), .seconds(2)])
        #expect(bench.requests.count == 3)
        #expect(Set(bench.requests.map(\.body)).count == 1)
        #expect(Set(bench.requests.map(\.url)).count == 1)
    }

    @Test("R08 500x3 -> failure, attempts 3, the last answer's text", arguments: calls)
    func exhausted(call: String) async throws {
        let bench = try SimpleConnectBench(.status(500), .status(502), .refusal(503, "Third"), .json(200, "{}"))
        let error = try await #require(throws: SimpleConnectError.self) { try await attempts(bench, call) }
        #expect(error.caseName == "server")
        #expect(error.attempts == 3)
        #expect(error.message == "Third")
        #expect(bench.requests.count == 3)
    }

    @Test(
        "422 and 429 -> 1 attempt, and so every other 4xx and 3xx",
        arguments: [302, 400, 401, 403, 404, 408, 409, 418, 422, 429]
    )
    func final(status: Int) async throws {
        let bench = try SimpleConnectBench(.status(status, headers: .pairs(["Retry-After": "1"])), .accepted)
        let error = try await #require(throws: SimpleConnectError.self) { try await bench.deliver() }
        #expect(error.attempts == 1)
        #expect(bench.requests.count == 1)
        #expect(bench.delays.isEmpty)
    }

    @Test("every 5xx is retried", arguments: [500, 501, 502, 503, 504, 505, 511, 520, 599])
    func retried(status: Int) async throws {
        let bench = try SimpleConnectBench(.status(status), .accepted)
        #expect(try await bench.deliver().http.attempts == 2)
    }

    @Test("Retry-After moves no attempt, and is on the error")
    func retryAfter() async throws {
        let headers = StubAnswer.status(503, headers: .pairs(["Retry-After": "7"]))
        let bench = try SimpleConnectBench(headers, headers, headers)
        let error = try await #require(throws: SimpleConnectError.self) { try await bench.deliver() }
        #expect(bench.delays == [.seconds(1), .seconds(2)])
        #expect(error.retryAfter == .seconds(7))
    }

    @Test("max_attempts 1 -> 1, by configuration and by call")
    func oneAttempt() async throws {
        let never = try SimpleConnectBench(.status(500), .queued, configuration: .init(retry: .never))
        await #expect(throws: SimpleConnectError.self) { try await never.sendTemplate() }
        #expect(never.requests.count == 1)

        let call = try SimpleConnectBench(.status(500), .queued)
        await #expect(throws: SimpleConnectError.self) { try await call.sendTemplate(options: .init(maxAttempts: 1)) }
        #expect(call.requests.count == 1)
    }

    @Test("network error then 200", arguments: calls)
    func networkError(call: String) async throws {
        let bench = try SimpleConnectBench(.reset, .json(200, "{}"))
        #expect(try await attempts(bench, call) == 2)
        #expect(bench.delays == [.seconds(1)])
    }

    @Test("network errors until exhausted -> one error with attempts 3 and the outcome unknown")
    func networkErrors() async throws {
        let bench = try SimpleConnectBench(.refused, .reset, .refused)
        let error = try await #require(throws: SimpleConnectError.self) { try await bench.deliver() }
        guard case .transport(let failure) = error else { throw Unexpected(error) }
        #expect(failure.attempts == 3)
        #expect(failure.details.reason == .refused)
        #expect(failure.delivery == .unknown)
        #expect(bench.delays == [.seconds(1), .seconds(2)])
    }

    @Test("custom policy's attempts and delays obeyed: 2^n, 5 attempts")
    func custom() async throws {
        let policy = RetryPolicy(maxAttempts: 5) { attempt in .milliseconds(100 << attempt) }
        let bench = try SimpleConnectBench(
            .status(500),
            .status(500),
            .reset,
            .status(500),
            .status(500),
            .accepted,
            configuration: .init(retry: policy)
        )
        let error = try await #require(throws: SimpleConnectError.self) { try await bench.deliver() }
        #expect(error.attempts == 5)
        #expect(bench.delays == [200, 400, 800, 1_600].map { .milliseconds($0) })

        let refused = try SimpleConnectBench(.status(429), .accepted, configuration: .init(retry: policy))
        await #expect(throws: SimpleConnectError.self) { try await refused.deliver() }
        #expect(refused.requests.count == 1)
    }

    @Test("log lines: one before each retry, nothing else")
    func log() async throws {
        let log = LineLog()
        let bench = try SimpleConnectBench(
            .status(500),
            .reset,
            .accepted,
            .status(422),
            configuration: .init(logger: log.logger)
        )
        _ = try await bench.deliver()
        await #expect(throws: SimpleConnectError.self) { try await bench.deliver() }
        #expect(
            log.messages.map { $0.lowercased() } == [
                "warning: [simpleconnect] retrying in 1 s, attempt 2/3: http 500",
                "warning: [simpleconnect] retrying in 2 s, attempt 3/3: connection reset",
            ]
        )
    }
}
