import HTTPTypes
import TestSupport
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

/// What observers hear of calls: every event, in order, and nothing that is secret or anyone's.
@Suite struct ObserverTests {
    private let log = EventLog()

    private func exchange(_ answers: StubAnswer...) throws -> SampleExchange {
        try SampleExchange(answers) { $0.observers = [log] }
    }

    @Test("a call, its attempts and its waits, from the beginning to the end")
    func retriedCall() async throws {
        let answered = fields(["X-Request-Id": "req-1", "X-RateLimit-Remaining": "4"])
        let exchange = try exchange(
            .network(.neverSent, .refused),
            .json(503, "{}", headers: answered),
            .json(200, #"{"data":{"id":"m1","status":"sent"}}"#, headers: answered)
        )
        _ = try await exchange.client.send(Sample.send())
        let waits = exchange.clock.sleeps
        try #require(waits.count == 2)
        #expect(
            log.lines == [
                "call began: sample messages.send POST /v1/messages at api.sample.test",
                "attempt 1 began",
                "attempt 1 ended after 0.0 seconds: error connection_refused",
                "wait of \(waits[0]) before attempt 2/3: connection_refused",
                "attempt 2 began",
                "attempt 2 ended after 0.0 seconds: status 503, error 503, request id req-1, remaining 4",
                "wait of \(waits[1]) before attempt 3/3: 503",
                "attempt 3 began",
                "attempt 3 ended after 0.0 seconds: status 200, request id req-1, remaining 4",
                "call ended after \(waits[0] + waits[1]): attempts 3, status 200, delivery accepted",
            ]
        )
    }

    @Test(
        "how calls end",
        arguments: [
            (StubAnswer.json(422, "{}"), "attempts 1, status 422, error 422, delivery rejected"),
            (.network(.unknown), "attempts 1, error connection_reset, delivery unknown"),
            (.network(.neverSent, .certificate), "attempts 1, error certificate, delivery notSent"),
            (.json(200, "[1]"), "attempts 1, status 200, error undecodable, delivery accepted"),
            (
                StubAnswer.sent.brokenOff(after: 3),
                "attempts 1, status 200, error connection_closed, delivery accepted"
            ),
            (
                .json(200, #"{"data":{"id":"m1","status":7}}"#),
                "attempts 1, status 200, delivery accepted, unread 1"
            ),
            (
                .json(200, #"{"data":{"id":"m1"}}"#, headers: fields(["Idempotent-Replayed": "true"])),
                "attempts 1, status 200, delivery accepted, replayed"
            ),
        ]
    )
    func ends(answer: StubAnswer, end: String) async throws {
        let exchange = try exchange(answer)
        _ = try? await exchange.client.send(Sample.send(resend: .never))
        #expect(log.lines.count == 4)
        #expect(log.lines.last == "call ended after 0.0 seconds: \(end)")
    }

    @Test("a call that is cancelled, and one whose time is up, end too")
    func interruptedCalls() async throws {
        let clock = ManualClock(sleeping: .untilAdvanced)
        let exchange = try SampleExchange([.silence, .silence], clock: clock) { $0.observers = [log] }
        let options = CallOptions(attemptTimeout: .seconds(5), maxAttempts: 1)
        let late = Task { try? await exchange.client.send(Sample.send(), options: options) }
        await clock.waitForSleeps()
        clock.advance(by: .seconds(5))
        _ = await late.value
        #expect(
            log.lines.suffix(2) == [
                "attempt 1 ended after 5.0 seconds: error attempt_timeout",
                "call ended after 5.0 seconds: attempts 1, error attempt_timeout, delivery unknown",
            ]
        )
        let cancelled = Task { try? await exchange.client.send(Sample.send()) }
        await clock.waitForSleeps()
        cancelled.cancel()
        _ = await cancelled.value
        #expect(
            log.lines.suffix(2) == [
                "attempt 1 ended after 0.0 seconds: error cancelled",
                "call ended after 0.0 seconds: attempts 1, error cancelled, delivery unknown",
            ]
        )
    }

    @Test("what is refused before a call begins is heard by nobody")
    func refusedArguments() async throws {
        let exchange = try exchange(.sent)
        let refused = CallOptions(headers: ["Authorization": "mine"])
        await #expect(throws: SampleError.self) { try await exchange.client.send(Sample.send(), options: refused) }
        #expect(log.lines.isEmpty)
    }

    @Test("a request that was kept is observed without a path")
    func keptRequest() async throws {
        let exchange = try exchange(.sent)
        _ = try await exchange.client.resend(exchange.client.fill(Sample.fetch()))
        #expect(log.lines.first == "call began: sample messages.fetch GET ? at api.sample.test")
        #expect(log.lines.last == "call ended after 0.0 seconds: attempts 1, status 200, delivery accepted")
    }

    @Test("each poll of a wait is a call of its own; calls are told apart")
    func ids() async throws {
        let exchange = try exchange(.sent, .sent)
        for _ in 0..<2 { _ = try await exchange.client.send(Sample.fetch()) }
        #expect(log.began.count == 2 && Set(log.began).count == 2)
    }

    @Test("S11 header fields of an observer go out with each attempt; none takes the place of another")
    func addedFields() async throws {
        let added = fields([
            "traceparent": "00-1-2-01", "Authorization": "stolen", "Idempotency-Key": "other", "User-Agent": "other",
            "Content-Type": "text/plain", "Content-Length": "1", "Host": "evil.test",
        ])
        let observer = EventLog(adding: added)
        let exchange = try SampleExchange([.json(503, "{}"), .sent]) { $0.observers = [log, observer] }
        let plain = try SampleExchange([.json(503, "{}"), .sent])
        let answer = try await exchange.client.send(Sample.send(key: "k-1"))
        _ = try await plain.client.send(Sample.send(key: "k-1"))
        #expect(exchange.transport.requests.count == 2)
        for (request, plain) in zip(exchange.transport.requests, plain.transport.requests) {
            #expect(request.headerLines == (plain.headerLines + ["traceparent: 00-1-2-01"]).sorted())
        }
        // What is kept of a request does not carry the trace of its first call.
        #expect(!answer.http.request.headers.contains { $0.name.canonicalName == "traceparent" })
    }

    @Test("S08 no event has a credential or anything that a caller or a server said")
    func secrecy() async throws {
        let echo = #"{"message":"CANARY +880canary","error_code":"CANARY","data":"CANARY"}"#
        let answers: [StubAnswer] = [
            .json(503, echo), .json(429, echo), .json(422, echo), .json(200, echo),
            .failure(TransportError(progress: .unknown, reason: .other, detail: "CANARY")),
        ]
        let exchange = try SampleExchange(answers) { $0.observers = [log] }
        for _ in 0..<3 {
            var request = Sample.send("CANARY", resend: .never, key: nil)
            request.addQuery("phone", "+880CANARY")
            _ = try? await exchange.client.send(request, options: CallOptions(headers: ["X-Mine": "CANARY"]))
        }
        _ = try? await exchange.client.send(Sample.fetch("CANARY"))
        #expect(log.lines.count > 12)
        #expect(!log.lines.joined().lowercased().contains("canary"))
    }
}
