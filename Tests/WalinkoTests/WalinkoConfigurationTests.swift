import TestSupport
import Testing
import Walinko
import WaybillTesting

/// What the client makes of its configuration.
///
/// Of the official suites' list these mean nothing in Swift: a nil API key and a nil base URL (neither type has a nil that
/// stands for a value), and a list of retries that is no number. A default of `max_retries` 2 is 3 attempts here.
@Suite struct WalinkoConfigurationTests {
    @Test("defaults: base URL, 30, 10, 2 retries (3 attempts), no logger needed")
    func defaults() async throws {
        let probe = LimitProbe()
        let bench = try WalinkoBench(configuration: ClientConfiguration(transport: probe))
        await #expect(throws: WalinkoError.self) { try await bench.send() }
        #expect(probe.seen.map(\.url) == Array(repeating: WalinkoBench.messagesURL, count: 3))
        #expect(probe.seen.map(\.connectTimeout) == Array(repeating: .seconds(10), count: 3))
        #expect(probe.seen.map(\.maxResponseBytes) == Array(repeating: 10 * 1_048_576, count: 3))
    }

    @Test("defaults: an attempt ends after 30 s, and the error names the limit (T14)")
    func attemptLimit() async throws {
        let failure = try await expiry(of: ClientConfiguration(retry: .never), after: .seconds(30))
        #expect(failure.details.limit == .attempt)
        #expect(failure.details.duration == .seconds(30))
        #expect(failure.delivery == .unknown)
        #expect(failure.attempts == 1)
    }

    @Test("limits of the configuration take the spec's place, one by one")
    func limits() async throws {
        let probe = LimitProbe()
        let connect = Timeouts(connect: .seconds(3))
        let bench = try WalinkoBench(
            configuration: ClientConfiguration(timeouts: connect, retry: .never, transport: probe)
        )
        await #expect(throws: WalinkoError.self) { try await bench.send() }
        #expect(probe.seen.map(\.connectTimeout) == [.seconds(3)])

        let attempt = try await expiry(of: ClientConfiguration(timeouts: connect, retry: .never), after: .seconds(30))
        #expect(attempt.details.duration == .seconds(30))

        let call = ClientConfiguration(timeouts: Timeouts(call: .seconds(20)))
        let whole = try await expiry(of: call, after: .seconds(20))
        #expect(whole.details.limit == .call)
        #expect(whole.details.duration == .seconds(20))
    }

    /// The failure of a send that is never answered, with the clock moved by hand.
    private func expiry(
        of configuration: ClientConfiguration,
        after duration: Duration
    ) async throws -> WalinkoError.Failure<ExpiredTimeout> {
        let bench = try WalinkoBench(.silence, configuration: configuration, sleeping: .untilAdvanced)
        let call = Task { try await bench.send() }
        await bench.clock.waitForSleeps()
        bench.clock.advance(by: duration)
        let error = try await #require(throws: WalinkoError.self) { try await call.value }
        guard case .timeout(let failure) = error else { throw Unexpected(error) }
        return failure
    }

    @Test("empty api_key is rejected, the error naming the option", arguments: ["", " ", "\t\n"])
    func emptyKey(key: String) throws {
        let error = try #require(throws: ConfigurationError.self) { try WalinkoBench(.sent, apiKey: key) }
        #expect(error.option == "apiKey")
    }

    @Test("S03 a key with a trailing newline is refused, and the error says so without the key")
    func keyWithNewline() throws {
        let error = try #require(throws: ConfigurationError.self) {
            try WalinkoBench(.sent, apiKey: "walk_live_abc.def\n")
        }
        #expect(error.option == "apiKey")
        #expect(error.reason.contains("line break"))
        #expect(!"\(error) \(error.reason)".contains("walk_live_abc"))
    }

    @Test("S02 a key with a control character is refused", arguments: ["a\u{0}b", "a\rb", "a\u{7f}b", "a\nb"])
    func keyWithControl(key: String) throws {
        let error = try #require(throws: ConfigurationError.self) { try WalinkoBench(.sent, apiKey: key) }
        #expect(error.option == "apiKey")
    }

    @Test(
        "S01 a base URL that is blank or unsafe is rejected, the error naming the option",
        arguments: [
            "", " ", "api.walinko.com", "http://api.walinko.com", "ftp://api.walinko.com", "https://",
            "https://api.walinko.com@evil.test", "https://u:p@api.walinko.com", "https://api.walinko.com?a=1",
            "https://api.walinko.com#f", "https://api.walinko.com/a b", "https://api.walinko.com:0",
            "https://api.walinko.com:65536", "https://api.walinko.com\r\n", "http://127.0.0.1.evil.test",
        ]
    )
    func badBaseURL(url: String) throws {
        let error = try #require(throws: ConfigurationError.self) {
            try WalinkoBench(.sent, configuration: .init(baseURL: url))
        }
        #expect(error.option == "configuration.baseURL")
    }

    @Test(
        "timeout 0, open_timeout 0 and limits that make no sense are rejected, the error naming the option (T10)",
        arguments: [Duration.zero, .seconds(-1), .nanoseconds(-1)]
    )
    func badLimits(limit: Duration) throws {
        let cases: [(Timeouts, String)] = [
            (Timeouts(connect: limit), "connect"), (Timeouts(attempt: limit), "attempt"),
            (Timeouts(call: limit), "call"),
        ]
        for (timeouts, name) in cases {
            let error = try #require(throws: ConfigurationError.self) {
                try WalinkoBench(configuration: .init(timeouts: timeouts))
            }
            #expect(error.option.contains(name))
        }
    }

    @Test(
        "max_retries -1 is rejected: fewer than one attempt, the error naming the option",
        arguments: [0, -1, Int.min]
    )
    func badAttempts(count: Int) throws {
        let policies: [RetryPolicy] = [.documented(maxAttempts: count), RetryPolicy(maxAttempts: count) { _ in .zero }]
        for policy in policies {
            let error = try #require(throws: ConfigurationError.self) {
                try WalinkoBench(configuration: .init(retry: policy))
            }
            #expect(error.option.contains("maxAttempts") || error.option.contains("retry"))
        }
    }

    @Test(
        "trailing slash stripped from base URL",
        arguments: ["https://api.walinko.com/", "https://api.walinko.com///"]
    )
    func trailingSlash(url: String) async throws {
        let bench = try WalinkoBench(.sent, configuration: .init(baseURL: url))
        _ = try await bench.send()
        #expect(bench.requests.map(\.url) == [WalinkoBench.messagesURL])
    }

    @Test("path-prefix base URL is kept")
    func pathPrefix() async throws {
        let bench = try WalinkoBench(
            .sent,
            .state("sent"),
            configuration: .init(baseURL: "https://proxy.example/whatsapp/v2/")
        )
        _ = try await bench.send()
        _ = try await bench.client.messages.fetch("tx_1")
        #expect(
            bench.requests.map(\.url) == [
                "https://proxy.example/whatsapp/v2/api/v1/public/messages",
                "https://proxy.example/whatsapp/v2/api/v1/public/messages/tx_1",
            ]
        )
    }

    @Test(
        "http is accepted on loopback",
        arguments: ["http://127.0.0.1:8080", "http://localhost:1", "http://[::1]:65535"]
    )
    func loopback(url: String) async throws {
        let bench = try WalinkoBench(.sent, configuration: .init(baseURL: url))
        _ = try await bench.send()
        #expect(bench.requests.map(\.url) == [url + "/api/v1/public/messages"])
    }

    @Test("the staging server, and a base URL that takes its place")
    func servers() async throws {
        let staging = try WalinkoBench(.sent, server: .staging)
        _ = try await staging.send()
        #expect(staging.requests.first?.url == "https://api-stage.walinko.com/api/v1/public/messages")

        let own = try WalinkoBench(.sent, server: .staging, configuration: .init(baseURL: "https://own.example"))
        _ = try await own.send()
        #expect(own.requests.first?.url == "https://own.example/api/v1/public/messages")
    }

    @Test("messages resource exposed; both last_* nil before any call")
    func untouchedClient() throws {
        let bench = try WalinkoBench()
        let messages: WalinkoClient.Messages = bench.client.messages
        _ = messages
        #expect(bench.client.lastRateLimit == nil)
        #expect(bench.client.lastRequestID == nil)
        #expect(bench.requests.isEmpty)
    }

    @Test("version constant pinned: the user agent names client and version")
    func userAgent() async throws {
        let bench = try WalinkoBench(.sent)
        _ = try await bench.send()
        let agent = try #require(bench.requests.first?.header("User-Agent"))
        #expect(agent.wholeMatch(of: /walinko-swift\/\d+\.\d+\.\d+/) != nil)

        let own = try WalinkoBench(.sent, configuration: .init(userAgent: "shop/1.0"))
        _ = try await own.send()
        #expect(own.requests.first?.header("User-Agent") == "shop/1.0")
    }
}
