import TestSupport
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

/// What keeping to a rate means for tokens, pages and the polls of waiters.
@Suite struct PacedCallsTests {
    private static let one = Pacing.limit(1, per: .seconds(5), margin: .zero)

    @Test("each page takes a place")
    func pages() async throws {
        let answers = [#"{"rows":[1]}"#, #"{"rows":[2]}"#, #"{"rows":[]}"#].map { StubAnswer.json(200, $0) }
        let exchange = try SampleExchange(answers) { $0.pacing = Self.one }
        let definition = OperationDefinition(
            id: "rows.list",
            method: .get,
            path: "/rows",
            resend: .safe,
            envelope: .none
        )
        let pages = APIPages<SampleClient, JSONValue, Int>(exchange.client, "rows.list", by: .numbers(from: 1)) {
            turn async throws(SampleError) in
            var request = APIRequest<SampleClient, JSONValue>(definition)
            request.addQuery("page", turn.number)
            return try await exchange.client.send(request)
        } reading: { answer in
            PageReading(items: answer.value["rows"]?.arrayValue?.compactMap(\.intValue) ?? [], hasMore: nil, total: nil)
        }
        var elements: [Int] = []
        for try await element in pages { elements.append(element) }
        #expect(elements == [1, 2])
        #expect(exchange.clock.sleeps == [.seconds(5), .seconds(5)])
    }

    @Test("a call that says nothing goes before the polls of a waiter")
    func polls() async throws {
        let clock = ManualClock(sleeping: .untilAdvanced)
        let transport = StubTransport { _ in .sent }
        let exchange = try SampleExchange(transport, clock: clock) { $0.pacing = Self.one }
        _ = try await exchange.client.send(Sample.fetch("first"))
        let waiter = Task {
            try await exchange.client.core.wait(
                Wait(name: "messages.waitUntilDone", subject: "m1", timeout: .seconds(60), interval: .seconds(2)),
                polling: Sample.fetch("poll"),
                until: { _ in true },
                showing: { $0.status ?? "" }
            )
        }
        await clock.waitForSleeps()
        let call = Task { try await exchange.client.send(Sample.fetch("call")) }
        await clock.waitForSleeps(2)
        clock.advance(by: .seconds(5))
        _ = try await call.value
        await clock.waitForSleeps()
        clock.advance(by: .seconds(5))
        _ = try await waiter.value
        #expect(transport.requests.map { $0.url.split(separator: "/").last } == ["first", "call", "poll"])
    }

    @Test("a token that ends while a call waits for its place is replaced before the call goes out")
    func tokens() async throws {
        let clock = ManualClock(sleeping: .untilAdvanced, randomness: .seeded(7))
        let tokens = [StubAnswer.token("t1", seconds: 300), .token("t2", seconds: 300)]
        let pacing = Pacing.limit(1, per: .seconds(600), margin: .zero)
        let exchange = try TokenExchange(tokens: tokens, clock: clock, pacing: pacing)
        _ = try await exchange.client.send(Sample.fetch())
        let second = Task { try await exchange.client.send(Sample.fetch()) }
        await clock.waitForSleeps()
        clock.advance(by: .seconds(600))
        _ = try await second.value
        #expect(exchange.sent == ["t1", "t2"])
        // Requests for tokens take no places.
        #expect(exchange.asked.count == 2)
    }
}
