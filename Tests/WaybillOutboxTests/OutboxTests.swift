import HTTPTypes
import Testing
@_spi(Generated) import WaybillRuntime
import WaybillTesting

@_spi(Generated) @testable import WaybillOutbox

@Suite struct OutboxTests {
    private let lost = StubAnswer.failure(TransportError(progress: .unknown, reason: .reset))
    private let refused = StubAnswer.failure(TransportError(progress: .neverSent, reason: .refused))

    private func answer(_ status: Int, replayed: Bool = false, retryAfter: String? = nil) -> StubAnswer {
        var headers = HTTPFields()
        if replayed, let name = HTTPField.Name("Idempotent-Replayed") { headers[name] = "true" }
        headers[.retryAfter] = retryAfter
        return .json(status, #"{"code":"c\#(status)"}"#, headers: headers)
    }

    @Test("A request is kept, sent once, and its answer is kept in its place")
    func sends() async throws {
        let sample = try SampleOutbox([.json(200, #"{"id":"m1"}"#)])
        #expect(try await sample.outbox.add(SampleClient.send(keep: .seconds(86_400)), id: "1"))
        #expect(try await !sample.outbox.add(SampleClient.send("other"), id: "1"))
        #expect(sample.transport.requests.isEmpty)
        let row = try #require(await sample.outbox.row("1"))
        #expect(row.state == .queued && row.operation == "messages.send" && !row.request.contains("secret"))
        #expect(!"\(row)\(Mirror(reflecting: row).children.map { $0 })".contains("hello"))
        guard case .sent("1", let http) = try await sample.outbox.work() else {
            Issue.record("not sent")
            return
        }
        #expect(http?.json?["id"]?.stringValue == "m1")
        let sent = try #require(await sample.outbox.row("1"))
        #expect(sent.state == .sent && sent.request.isEmpty && sent.answer == #"{"id":"m1"}"# && sent.attempts == 1)
        guard case .idle = try await sample.outbox.work() else {
            Issue.record("sent twice")
            return
        }
        #expect(sample.transport.requests.count == 1)
        #expect(try await !sample.outbox.add(SampleClient.send(), id: "1"))
    }

    @Test("What the client refuses is not kept")
    func refusesArguments() async throws {
        let sample = try SampleOutbox([])
        await #expect(throws: SampleError.self) { try await sample.outbox.add(SampleClient.send(""), id: "1") }
        #expect(try await sample.outbox.row("1") == nil)
    }

    @Test(
        "A first attempt that is answered with a status",
        arguments: [
            (400, OutboxState.refused), (401, .queued), (404, .refused), (409, .refused), (429, .queued),
            (500, .sending),
            (503, .sending), (302, .sending), (204, .sent),
        ]
    )
    func statuses(status: Int, state: OutboxState) async throws {
        let sample = try SampleOutbox([answer(status)])
        _ = try await sample.outbox.add(SampleClient.send(), id: "1")
        #expect(try await sample.step() == state)
        #expect(sample.transport.requests.count == 1)
        if status >= 300 { #expect(try await sample.outbox.row("1")?.failure == "HTTP \(status) c\(status)") }
    }

    @Test(
        "A second attempt, after one that came to no clear end",
        arguments: [
            (200, false, OutboxState.sent), (200, true, .sent), (400, false, .refused), (400, true, .refused),
            (401, false, .sending), (403, false, .sending), (409, false, .sending), (409, true, .refused),
            (429, false, .sending),
            (500, false, .sending), (500, true, .inDoubt),
        ]
    )
    func repetitions(status: Int, replayed: Bool, state: OutboxState) async throws {
        let sample = try SampleOutbox([lost, answer(status, replayed: replayed)])
        _ = try await sample.outbox.add(SampleClient.send(), id: "1")
        #expect(try await sample.step() == .sending)
        sample.clock.advance(by: .seconds(60))
        #expect(try await sample.step() == state)
        let requests = sample.transport.requests
        #expect(requests.count == 2 && requests[0].body == requests[1].body)
        #expect(requests[0].header("Idempotency-Key") == requests[1].header("Idempotency-Key"))
    }

    @Test("What came to no clear end is not sent before the server must be through")
    func patience() async throws {
        let sample = try SampleOutbox([lost, .status(200)])
        _ = try await sample.outbox.add(SampleClient.send(), id: "1")
        _ = try await sample.step()
        sample.clock.advance(by: .seconds(44))
        #expect(try await sample.step() == .sending && sample.transport.requests.count == 1)
        sample.clock.advance(by: .seconds(2))
        #expect(try await sample.step() == .sent)
    }

    @Test("What did not leave comes again after a while, and is refused after the last attempt")
    func neverSent() async throws {
        let retries = OutboxRetries(attempts: 3, first: .seconds(1))
        let sample = try SampleOutbox([refused, refused, refused], rules: OutboxRules(retries: retries))
        _ = try await sample.outbox.add(SampleClient.send(resend: .never), id: "1")
        #expect(try await sample.step() == .queued)
        #expect(try await sample.step() == .queued && sample.transport.requests.count == 1)
        sample.clock.advance(by: .seconds(2))
        #expect(try await sample.step() == .queued && sample.transport.requests.count == 2)
        sample.clock.advance(by: .seconds(3))
        #expect(try await sample.step() == .refused)
        #expect(try await sample.outbox.row("1")?.failure == "connection_refused")
    }

    @Test("What has no place under the rate waits for one, however often, and its attempts are left")
    func paced() async throws {
        let rules = OutboxRules(limit: .seconds(10), retries: OutboxRetries(attempts: 2))
        let sample = try SampleOutbox(
            [.status(200), .status(200)],
            rules: rules,
            pacing: .limit(1, per: .seconds(600))
        )
        for id in ["1", "2"] { _ = try await sample.outbox.add(SampleClient.send(), id: id) }
        #expect(try await sample.step() == .sent)
        for _ in 0..<5 {
            guard case .waits("2", "call_timeout") = try await sample.outbox.work() else {
                Issue.record("does not wait")
                return
            }
            let row = try #require(await sample.outbox.row("2"))
            #expect(row.state == .queued && row.attempts == 0 && row.firstSentAt == nil)
            sample.clock.advance(by: .seconds(10))
        }
        sample.clock.advance(by: .seconds(600))
        #expect(try await sample.step("2") == .sent)
        #expect(try await sample.outbox.row("2")?.attempts == 1)
    }

    @Test("What came to no clear end in its last attempt is in doubt")
    func exhausted() async throws {
        let sample = try SampleOutbox([lost, lost], rules: OutboxRules(retries: OutboxRetries(attempts: 2)))
        _ = try await sample.outbox.add(SampleClient.send(), id: "1")
        #expect(try await sample.step() == .sending)
        sample.clock.advance(by: .seconds(60))
        #expect(try await sample.step() == .inDoubt)
    }

    @Test("How long the server asks to wait is waited for")
    func retryAfter() async throws {
        let sample = try SampleOutbox([answer(429, retryAfter: "100"), .status(200)])
        _ = try await sample.outbox.add(SampleClient.send(), id: "1")
        #expect(try await sample.step() == .queued)
        sample.clock.advance(by: .seconds(99))
        #expect(try await sample.step() == .queued)
        sample.clock.advance(by: .seconds(30))
        #expect(try await sample.step() == .sent)
    }

    @Test("What must not be repeated is in doubt where its end is not known")
    func unkeyed() async throws {
        for ending in [lost, answer(500), answer(302)] {
            let sample = try SampleOutbox([ending])
            _ = try await sample.outbox.add(SampleClient.send(resend: .never), id: "1")
            #expect(try await sample.step() == .inDoubt)
            sample.clock.advance(by: .seconds(100_000))
            #expect(try await sample.step() == .inDoubt && sample.transport.requests.count == 1)
        }
    }

    @Test("What its vendor allows to be repeated is in doubt where a repetition is refused")
    func documented() async throws {
        let sample = try SampleOutbox([lost, answer(404)])
        _ = try await sample.outbox.add(SampleClient.send(resend: .documented), id: "1")
        _ = try await sample.step()
        sample.clock.advance(by: .seconds(60))
        #expect(try await sample.step() == .inDoubt)
        #expect(try await sample.outbox.row("1")?.failure == "HTTP 404 c404 after an attempt that came to no clear end")
    }

    @Test("A crash while a request is being sent: with a key it is sent again, without one it is in doubt")
    func crash() async throws {
        for (resend, state) in [(ResendKind.keyed, OutboxState.sent), (.never, .inDoubt)] {
            let sample = try SampleOutbox([.status(200)])
            _ = try await sample.outbox.add(resend.request, id: "1")
            // A worker that takes it, and ends.
            _ = await sample.store.take(from: "outbox", lease: .seconds(45))
            #expect(try await sample.step() == .sending)
            sample.clock.advance(by: .seconds(45))
            #expect(try await sample.step() == state)
            #expect(sample.transport.requests.count == (state == .sent ? 1 : 0))
        }
    }

    private enum ResendKind {
        case keyed, never

        var request: APIRequest<SampleClient, JSONValue> {
            self == .keyed ? SampleClient.send() : SampleClient.send(resend: .never)
        }
    }

    @Test(
        "A key is used up to nine tenths of its lifetime: the spec's, or the rules'",
        arguments: [
            (1_000, 899, OutboxState.sent), (1_000, 901, .inDoubt), (nil, 901, .sent), (nil, 77_761, .inDoubt),
            (100, 71, .inDoubt),
        ] as [(Int?, Int, OutboxState)]
    )
    func lifetime(keep: Int?, seconds: Int, state: OutboxState) async throws {
        let sample = try SampleOutbox([lost, .status(200)])
        _ = try await sample.outbox.add(SampleClient.send(keep: keep.map { .seconds($0) }), id: "1")
        sample.clock.advance(by: .seconds(5_000))
        _ = try await sample.step()
        sample.clock.advance(by: .seconds(seconds))
        #expect(try await sample.step() == state)
    }

    @Test("A request that this release cannot read waits for another one")
    func unreadable() async throws {
        let sample = try SampleOutbox([])
        let filled = try sample.outbox.message(SampleClient.send(), id: "1")
        let message = OutboxMessage(
            like: filled,
            request: filled.request.replacing("\"version\":1", with: "\"version\":99")
        )
        #expect(await sample.store.add(message))
        #expect(try await sample.step() == .queued)
        #expect(try await sample.outbox.row("1")?.failure == "this release cannot read the request")
    }

    @Test("The time that the store takes counts as the attempt's, and nothing is sent when that is over")
    func slowStore() async throws {
        let clock = ManualClock()
        let sample = try SampleOutbox([.status(200)], clock: clock) { SlowStore(clock: $0, delay: .seconds(31)) }
        _ = try await sample.outbox.add(SampleClient.send(), id: "1")
        #expect(try await sample.step() == .queued)
        #expect(sample.transport.requests.isEmpty)
    }
}
