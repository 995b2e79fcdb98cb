import TestSupport
import Testing
import Walinko
import WaybillTesting

/// When an attempt is followed by another one.
@Suite struct WalinkoRetryTests {
    @Test("R04 R05 503, 503, 200 -> success, 3 requests, one distinct Idempotency-Key, the same bytes")
    func recovers() async throws {
        let bench = try WalinkoBench(.status(503), .status(503), .sent, randomness: .seeded(7))
        let sent = try await bench.send()
        #expect(sent.trackingID == "tx_abc")
        #expect(sent.http.attempts == 3)
        #expect(bench.requests.count == 3)
        #expect(Set(bench.requests.map { $0.header("Idempotency-Key") }).count == 1)
        #expect(Set(bench.requests.map(\.body)).count == 1)
        #expect(Set(bench.requests.map(\.headers)).count == 1)
        #expect(sent.http.request.idempotencyKey == bench.requests.first?.header("Idempotency-Key"))
    }

    @Test("R08 503 x3 with max 2 -> ServerError: the last one, with attempts, request id, status and code")
    func exhausted() async throws {
        let bench = try WalinkoBench(
            .refusal(500, "internal_error", headers: .pairs(["X-Request-Id": "req_1"])),
            .status(502),
            .refusal(503, "queue_failed", message: "Third.", headers: .pairs(["X-Request-Id": "req_3"]))
        )
        let error = try await #require(throws: WalinkoError.self) { try await bench.send() }
        guard case .server(let failure) = error else { throw Unexpected(error) }
        #expect(bench.requests.count == 3)
        #expect(failure.attempts == 3)
        #expect(failure.status == 503)
        #expect(failure.code == .queueFailed)
        #expect(failure.message == "Third.")
        #expect(failure.http?.requestID == "req_3")
    }

    @Test(
        "400 -> one request only, and so for every status that the vendor does not retry",
        arguments: [
            301, 302, 304, 307, 308, 400, 401, 403, 404, 405, 408, 409, 410, 418, 422, 425, 501, 505, 511, 520, 599,
        ]
    )
    func final(status: Int) async throws {
        let bench = try WalinkoBench(.status(status), .sent)
        let error = try await #require(throws: WalinkoError.self) { try await bench.send() }
        #expect(bench.requests.count == 1)
        #expect(error.attempts == 1)
        #expect(error.http?.status == status)
    }

    @Test("429, 500, 502, 503, 504 are retried, for POST and GET alike", arguments: [429, 500, 502, 503, 504])
    func retried(status: Int) async throws {
        let post = try WalinkoBench(.status(status), .sent)
        #expect(try await post.send().http.attempts == 2)
        let get = try WalinkoBench(.status(status), .state("sent"))
        #expect(try await get.client.messages.fetch("tx_abc").http.attempts == 2)
        let queue = try WalinkoBench(.status(status), .ok(WalinkoEnqueueTests.example, status: 202))
        let job = try await queue.client.messages.enqueue(deviceID: 1, templateID: 2, phone: "12345678")
        #expect(job.http.attempts == 2)
    }

    @Test("connection reset then 200 -> success")
    func reset() async throws {
        let bench = try WalinkoBench(.reset, .sent)
        let sent = try await bench.send()
        #expect(sent.http.attempts == 2)
        #expect(Set(bench.requests.map { $0.header("Idempotency-Key") }).count == 1)
        #expect(bench.delays == [.milliseconds(250)])
    }

    @Test("resets until exhausted -> ConnectionError, the outcome unknown")
    func resets() async throws {
        let bench = try WalinkoBench(.reset, .reset, .reset, .sent)
        let error = try await #require(throws: WalinkoError.self) { try await bench.send() }
        guard case .transport(let failure) = error else { throw Unexpected(error) }
        #expect(failure.details.reason == .reset)
        #expect(bench.requests.count == 3)
        #expect(error.delivery == .unknown)
        #expect(error.http == nil)
    }

    @Test(
        "network errors that are retried: refused, DNS, connect timeout, early end, TLS, broken HTTP",
        arguments: [
            TransportError.Reason.refused, .nameNotFound, .connectTimedOut, .closed, .tls, .protocolViolation, .other,
        ]
    )
    func network(reason: TransportError.Reason) async throws {
        let bench = try WalinkoBench(.failure(TransportError(progress: .unknown, reason: reason)), .sent)
        #expect(try await bench.send().http.attempts == 2)
    }

    @Test(
        "a certificate that does not hold and a body over the limit are final",
        arguments: [TransportError.Reason.certificate, .bodyTooLarge(limit: 1)]
    )
    func finalFailures(reason: TransportError.Reason) async throws {
        let bench = try WalinkoBench(.failure(TransportError(progress: .neverSent, reason: reason)), .sent)
        let error = try await #require(throws: WalinkoError.self) { try await bench.send() }
        guard case .transport(let failure) = error else { throw Unexpected(error) }
        #expect(failure.details.reason == reason)
        #expect(bench.requests.count == 1)
    }

    @Test("R07 500 with Idempotent-Replayed: true -> no further attempt", arguments: [429, 500, 503, 504])
    func replayedFailure(status: Int) async throws {
        let bench = try WalinkoBench(.status(status, headers: .pairs(["Idempotent-Replayed": "true"])), .sent)
        let error = try await #require(throws: WalinkoError.self) { try await bench.send() }
        #expect(bench.requests.count == 1)
        #expect(error.http?.isReplayed == true)
    }

    @Test("R03 maxAttempts 1 makes exactly one, by configuration and by call")
    func oneAttempt() async throws {
        let never = try WalinkoBench(.status(503), .sent, configuration: .init(retry: .never))
        await #expect(throws: WalinkoError.self) { try await never.send() }
        #expect(never.requests.count == 1)

        let call = try WalinkoBench(.status(503), .sent)
        await #expect(throws: WalinkoError.self) { try await call.send(options: CallOptions(maxAttempts: 1)) }
        #expect(call.requests.count == 1)
        #expect(call.delays.isEmpty)
    }

    @Test("R03 maxAttempts below 1 in the call's options is refused, and nothing is sent", arguments: [0, -1])
    func noAttempt(count: Int) async throws {
        let bench = try WalinkoBench(.sent)
        let error = try await #require(throws: WalinkoError.self) {
            try await bench.send(options: CallOptions(maxAttempts: count))
        }
        guard case .invalidArgument = error else { throw Unexpected(error) }
        #expect(bench.requests.isEmpty)
    }

    @Test("another key on another call (R04)")
    func anotherCall() async throws {
        let bench = try WalinkoBench(.status(503), .sent, .status(503), .sent, randomness: .seeded(3))
        _ = try await bench.send()
        _ = try await bench.send()
        let keys = bench.requests.map { $0.header("Idempotency-Key") }
        #expect(keys[0] == keys[1])
        #expect(keys[2] == keys[3])
        #expect(keys[0] != keys[2])
    }
}
