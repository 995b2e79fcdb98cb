import Synchronization
import TestSupport
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

/// What a client does with a pacer that it shares with others, and without it.
@Suite struct PacerOutageTests {
    /// A pacer that fails, or hangs, for as long as it is told.
    private final class TestPacer: Pacer {
        enum State { case works, fails, hangs }

        struct Away: Error {}

        private let state: Mutex<State>
        private let asked = Mutex<[String]>([])
        private let returned = Mutex<[PacePlace]>([])
        private let clock: ManualClock
        private let pacer: InMemoryPacer

        init(_ state: State, _ clock: ManualClock) {
            self.state = Mutex(state)
            self.clock = clock
            pacer = InMemoryPacer(clock: clock.runtime)
        }

        /// The keys that were asked for, in order.
        var keys: [String] { asked.withLock { $0 } }

        /// The places that were given back.
        var released: [PacePlace] { returned.withLock { $0 } }

        func become(_ state: State) { self.state.withLock { $0 = state } }

        func reserve(
            _ key: String,
            _ rates: [RequestRate],
            after lead: Duration,
            within limit: Duration?
        ) async throws -> PacePlace? {
            asked.withLock { $0.append(key) }
            switch state.withLock({ $0 }) {
            case .works: return pacer.reserve(key, rates, after: lead, within: limit)
            case .fails: throw Away()
            case .hangs:
                while !Task.isCancelled {
                    await Task.yield()
                    clock.advance(by: .milliseconds(10))
                }
                throw CancellationError()
            }
        }

        func release(_ key: String, _ place: PacePlace) {
            returned.withLock { $0.append(place) }
            pacer.release(key, place)
        }

        func hold(_ key: String, for duration: Duration) { pacer.hold(key, for: duration) }
    }

    private let clock = ManualClock()
    private let log = LineLog()

    private func exchange(_ pacer: TestPacer, _ outage: PacerOutage = .unpaced) throws -> SampleExchange {
        try SampleExchange(StubTransport { _ in .sent }, clock: clock) {
            $0.pacing = .limit(2, per: .seconds(5), margin: .zero, sharedBy: pacer, whenAway: outage)
            $0.logger = log.logger
        }
    }

    @Test("the key names the API and the rate, and has a digest in place of the credential")
    func key() async throws {
        let pacer = TestPacer(.works, clock)
        let exchange = try exchange(pacer)
        _ = try await exchange.client.send(Sample.fetch())
        let key = try #require(pacer.keys.first)
        #expect(key.hasPrefix("sample:*:"))
        #expect(key.split(separator: ":").last?.count == 64)
        #expect(!key.contains("sk_test"))
        let names = [[Credential("a", "1"), Credential("b", "2")], [Credential("c", "2"), Credential("d", "1")]]
        #expect(Set(names.map(PaceKey.digest)).count == 1)
        #expect(PaceKey.digest([Credential("a", "12")]) != PaceKey.digest(names[0]))
    }

    @Test("it goes on unpaced, and says so once an outage")
    func unpaced() async throws {
        let pacer = TestPacer(.fails, clock)
        let exchange = try exchange(pacer)
        for _ in 0..<5 { _ = try await exchange.client.send(Sample.fetch()) }
        let line = "warning: [sample] the pacer failed, requests go out unpaced until it is back: Away"
        #expect(log.messages == [line])
        #expect(pacer.keys.count == 1)
        #expect(clock.sleeps.isEmpty)
        // After a while one call asks again; a second outage is told again.
        clock.advance(by: .seconds(5))
        for _ in 0..<5 { _ = try await exchange.client.send(Sample.fetch()) }
        #expect(log.messages == [line])
        #expect(pacer.keys.count == 2)
        clock.advance(by: .seconds(5))
        pacer.become(.works)
        for _ in 0..<3 { _ = try await exchange.client.send(Sample.fetch()) }
        #expect(clock.sleeps == [.seconds(5)])
        pacer.become(.fails)
        _ = try await exchange.client.send(Sample.fetch())
        #expect(log.messages.filter { $0 == line }.count == 2)
    }

    @Test("it refuses to send, and nothing was sent")
    func refuses() async throws {
        let exchange = try exchange(TestPacer(.fails, clock), .refuse)
        for _ in 0..<2 {
            let report = try await exchange.failure(of: Sample.fetch())
            guard case .transport(let fault) = report.kind else { throw UnexpectedSuccess() }
            #expect(fault.reason == .noPlace)
            #expect(report.delivery == .notSent)
            #expect(report.attempts == 0)
        }
        #expect(exchange.transport.requests.isEmpty)
    }

    @Test("it goes on with its share of the rate")
    func share() async throws {
        let exchange = try exchange(TestPacer(.fails, clock), .share(of: 2))
        for _ in 0..<2 { _ = try await exchange.client.send(Sample.fetch()) }
        #expect(clock.sleeps == [.seconds(5)])
    }

    @Test("a pacer that does not answer is not waited for")
    func hangs() async throws {
        let exchange = try exchange(TestPacer(.hangs, clock))
        for _ in 0..<3 { _ = try await exchange.client.send(Sample.fetch()) }
        #expect(log.messages.count == 1)
        #expect(log.messages.first?.hasSuffix("no answer within 2 s") == true)
    }

    @Test("a call whose place is taken, and that is cancelled, gives it back")
    func released() async throws {
        let clock = ManualClock(sleeping: .untilAdvanced)
        let pacer = TestPacer(.works, clock)
        let exchange = try SampleExchange(StubTransport { _ in .sent }, clock: clock) {
            $0.pacing = .limit(1, per: .seconds(5), sharedBy: pacer)
        }
        _ = try await exchange.client.send(Sample.fetch())
        let waiter = Task { try await exchange.failure(of: Sample.fetch()) }
        await clock.waitForSleeps()
        waiter.cancel()
        #expect(try await waiter.value.delivery == .notSent)
        while pacer.released.isEmpty { await Task.yield() }
    }
}
