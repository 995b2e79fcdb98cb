import Foundation
import TestSupport
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct TokenStoreTests {
    private struct Broken: Error {}

    /// A store that fails.
    private struct BrokenStore: TokenStore {
        func current() throws -> AccessToken? { throw Broken() }
        func put(_ token: AccessToken) throws { throw Broken() }
    }

    /// A store that never answers, and takes what it is given.
    private struct SilentStore: TokenStore {
        func current() async throws -> AccessToken? {
            while true { try await Task.sleep(for: .seconds(3600)) }
        }

        func put(_ token: AccessToken) {}
    }

    private static func token(_ value: String, endsIn seconds: Double?, life: Double = 3600) -> AccessToken {
        let now = Date(timeIntervalSince1970: 1_750_000_000)
        let end = seconds.map { now.addingTimeInterval($0) }
        return AccessToken(value: value, receivedAt: (end ?? now).addingTimeInterval(-life), endsAt: end)
    }

    @Test("clients that share a store share its token, and what one is given the other has")
    func shared() async throws {
        let store = InMemoryTokenStore()
        let first = try TokenExchange(store: store)
        let second = try TokenExchange(tokens: [.token("other")], store: store)
        _ = try await first.client.send(Sample.fetch())
        _ = try await second.client.send(Sample.fetch())
        #expect(second.asked.isEmpty && second.sent == ["t1"])
        #expect(store.current()?.endsAt == Date(timeIntervalSince1970: 1_750_003_600))
    }

    @Test("what is near its end, over, blank or no header is not taken from a store")
    func unusable() async throws {
        let tokens = [
            Self.token("x", endsIn: 59), Self.token("x", endsIn: -1), Self.token("", endsIn: nil),
            Self.token("a\nb", endsIn: nil),
        ]
        for token in tokens {
            let exchange = try TokenExchange(store: InMemoryTokenStore(token))
            _ = try await exchange.client.send(Sample.fetch())
            #expect(exchange.sent == ["t1"])
        }
    }

    @Test("a token that the server refused is not taken from a store again; one that another put there is")
    func refused() async throws {
        let store = InMemoryTokenStore(Self.token("old", endsIn: nil))
        let exchange = try TokenExchange(store: store) { request in
            request.header("Authorization") == "Bearer old" ? .status(401) : .sent
        }
        _ = try await exchange.client.send(Sample.fetch())
        #expect(exchange.sent == ["old", "t1"] && store.current()?.value == "t1")

        let other = InMemoryTokenStore(Self.token("old", endsIn: nil))
        let second = try TokenExchange(store: other) { request in
            guard request.header("Authorization") == "Bearer old" else { return .sent }
            other.put(Self.token("new", endsIn: nil))
            return .status(401)
        }
        _ = try await second.client.send(Sample.fetch())
        #expect(second.asked.isEmpty && second.sent == ["old", "new"])
    }

    @Test("a store that fails does no harm, and the log says so without the token")
    func failing() async throws {
        let log = LineLog()
        let exchange = try TokenExchange(store: BrokenStore(), log: log)
        _ = try await exchange.client.send(Sample.fetch())
        #expect(exchange.sent == ["t1"])
        #expect(log.messages == Array(repeating: "warning: [sample] the token store failed: Broken", count: 2))
    }

    @Test("a store that never answers holds nobody for more than ten seconds")
    func silent() async throws {
        let clock = ManualClock(sleeping: .untilAdvanced)
        let exchange = try TokenExchange(clock: clock, store: SilentStore())
        let call = Task { try await exchange.client.send(Sample.fetch()).value.id }
        await clock.waitForSleeps()
        clock.advance(by: .seconds(10))
        #expect(try await call.value == "m1")
    }
}
