import SimpleConnect
import TestSupport
import Testing
import WaybillTesting

/// What the two clients make of their configuration.
///
/// Of the checklist "max_attempts and a policy together" means nothing in Swift: a configuration has one `retry`, which is
/// either.
@Suite struct SimpleConnectConfigurationTests {
    @Test(
        "blank endpoint_url/key_id/secret/base_url/api_key -> configuration error that names the option",
        arguments: ["", " ", "\t", "\n"]
    )
    func blank(value: String) throws {
        let errors: [(ConfigurationError, String)] = [
            (try #require(throws: ConfigurationError.self) { try SimpleConnectBench(endpoint: value) }, "endpoint"),
            (try #require(throws: ConfigurationError.self) { try SimpleConnectBench(keyID: value) }, "keyID"),
            (try #require(throws: ConfigurationError.self) { try SimpleConnectBench(secret: value) }, "secret"),
            (try #require(throws: ConfigurationError.self) { try SimpleConnectBench(baseURL: value) }, "baseURL"),
            (try #require(throws: ConfigurationError.self) { try SimpleConnectBench(apiKey: value) }, "apiKey"),
        ]
        for (error, option) in errors { #expect(error.option == option) }
    }

    @Test("S03 a secret with a trailing newline is refused, and the error does not show it")
    func newline() throws {
        for error in [
            try #require(throws: ConfigurationError.self) { try SimpleConnectBench(secret: "whsec_x\n") },
            try #require(throws: ConfigurationError.self) { try SimpleConnectBench(apiKey: "sk_live_x\n") },
            try #require(throws: ConfigurationError.self) { try SimpleConnectBench(keyID: "wa_sec_x\r\n") },
        ] {
            #expect(!"\(error)".contains("_x"))
            #expect(error.reason.contains("line break"))
        }
    }

    @Test("The endpoint's last segment is the vendor's affair: another one than events makes a client too")
    func otherEndpoint() async throws {
        let bench = try SimpleConnectBench(.json(200, "{}"), .accepted, endpoint: "https://wa.example/hooks/in-7/")
        _ = try await bench.integration.integrations.verify()
        _ = try await bench.deliver()
        #expect(bench.requests.map(\.url) == ["https://wa.example/hooks/verify", "https://wa.example/hooks/in-7"])
    }

    @Test(
        "S01 the endpoint is a full, safe URL",
        arguments: [
            "", "https://app.simplewaconnect.com/events?x=1", "http://app.simplewaconnect.com/events",
            "https://app.simplewaconnect.com/events#f", "https://u:p@app.simplewaconnect.com/events",
            "app.simplewaconnect.com/events", "https://app.simplewaconnect.com/a/%2E%2E/events",
        ]
    )
    func badEndpoint(url: String) throws {
        let error = try #require(throws: ConfigurationError.self) { try SimpleConnectBench(endpoint: url) }
        #expect(error.option == "endpoint")
    }

    @Test("trailing slashes of both URLs are stripped, a path prefix of the host is kept")
    func slashes() async throws {
        let bench = try SimpleConnectBench(
            .accepted,
            .queued,
            endpoint: SimpleConnectBench.endpoint + "//",
            baseURL: "https://proxy.example/wa/"
        )
        _ = try await bench.deliver()
        _ = try await bench.sendTemplate()
        #expect(bench.requests.map(\.url) == [SimpleConnectBench.endpoint, "https://proxy.example/wa/api/v1/messages"])
    }

    @Test("limits: an attempt of the spec's 10 s, attempts below 1 refused")
    func limits() async throws {
        let bench = try SimpleConnectBench(
            .silence,
            configuration: .init(retry: .never),
            sleeping: .untilAdvanced
        )
        let call = Task { try await bench.deliver() }
        await bench.clock.waitForSleeps()
        bench.clock.advance(by: .seconds(10))
        let error = try await #require(throws: SimpleConnectError.self) { try await call.value }
        guard case .timeout(let failure) = error else { throw Unexpected(error) }
        #expect(failure.details == ExpiredTimeout(limit: .attempt, duration: .seconds(10)))

        #expect(throws: ConfigurationError.self) {
            try SimpleConnectBench(configuration: .init(retry: .documented(maxAttempts: 0)))
        }
    }

    @Test("the user agent names client and version, on both clients")
    func userAgent() async throws {
        let bench = try SimpleConnectBench(.accepted, .queued)
        _ = try await bench.deliver()
        _ = try await bench.sendTemplate()
        for request in bench.requests {
            let agent = try #require(request.header("User-Agent"))
            #expect(agent.wholeMatch(of: /simpleconnect-swift\/\d+\.\d+\.\d+/) != nil)
        }
    }
}
