import HTTPTypes
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

/// What becomes of a call without a token.
@Suite struct TokenFailureTests {
    @Test("a refusal says whose it is, what the service says, and that nothing was sent; secrets are masked")
    func refused() async throws {
        let body = #"{"error":"invalid_client","error_description":"unknown client s6BhdRkqt3"}"#
        let exchange = try TokenExchange(tokens: [.json(401, body)])
        let report = try await exchange.failure(of: Sample.send(resend: .never))
        let fault = try #require(report.tokenFault)
        #expect(fault.reason == .refused(status: 401) && fault.code == "invalid_client" && fault.attempts == 1)
        #expect(fault.message == "unknown client [REDACTED]")
        #expect(report.delivery == .notSent && report.attempts == 0 && report.status == nil)
        #expect(
            report.message
                == "no token, so that nothing was sent: HTTP 401 invalid_client: unknown client [REDACTED]"
        )
        #expect(ObservedError(report) == ObservedError(rawValue: "no_token"))
        #expect(exchange.sent.isEmpty)
    }

    @Test("what may pass is tried again, with waits of its own; a broken success too")
    func retried() async throws {
        let broken = StubAnswer.token("t0").brokenOff(after: 10)
        let exchange = try TokenExchange(tokens: [.status(503), broken, .token("t1")])
        _ = try await exchange.client.send(Sample.fetch())
        #expect(exchange.asked.count == 3)
        #expect(exchange.clock.sleeps.count == 2)
        #expect(exchange.sent == ["t1"])
    }

    @Test("a refused connection, and an endless wait, are told as such")
    func network() async throws {
        let recipe = TokenRecipe.oauth(end: .seconds("expires_in"))
        let refused = try TokenExchange(recipe, tokens: [.network(.neverSent, .refused)])
        #expect(try await refused.failure(of: Sample.fetch()).tokenFault?.reason == .network(.refused))
        let clock = ManualClock(sleeping: .untilAdvanced)
        let silent = try TokenExchange(recipe, tokens: [.silence], clock: clock)
        let call = Task { try await silent.failure(of: Sample.fetch()) }
        await clock.waitForSleeps()
        clock.advance(by: .seconds(10))
        #expect(try await call.value.tokenFault?.reason == .timedOut(.seconds(10)))
    }

    @Test("the service's Retry-After is told")
    func retryAfter() async throws {
        let recipe = TokenRecipe.oauth(end: .seconds("expires_in"))
        let answer = StubAnswer.status(429, headers: [.retryAfter: "7"])
        let exchange = try TokenExchange(recipe, tokens: [answer])
        let report = try await exchange.failure(of: Sample.fetch())
        #expect(report.tokenFault?.retryAfter == .seconds(7) && report.retryAfter == .seconds(7))
    }

    @Test("a redirect is not followed")
    func redirect() async throws {
        let exchange = try TokenExchange(tokens: [.status(302, headers: [.location: "https://evil.test/token"])])
        let report = try await exchange.failure(of: Sample.fetch())
        #expect(report.tokenFault?.message == "it was redirected, which is not followed")
        #expect(exchange.transport.requests.count == 1)
    }

    @Test("where a refused token cannot be replaced, the call tells that nothing was carried out")
    func noReplacement() async throws {
        let exchange = try TokenExchange(tokens: [.token("t1"), .json(400, #"{"error":"invalid_grant"}"#)]) { _ in
            .status(401)
        }
        let report = try await exchange.failure(of: Sample.send(resend: .never))
        #expect(report.tokenFault?.code == "invalid_grant")
        #expect(report.delivery == .rejected && report.attempts == 1 && report.status == 401)
        #expect(report.message.hasPrefix("no new token in place of a refused one: "))
    }

    @Test(
        "answers without a usable token",
        arguments: [
            ("", "the answer is not JSON"), ("[]", "the answer has no token at access_token"),
            (#"{"access_token":""}"#, "the answer has no token at access_token"),
            (#"{"access_token":7}"#, "the answer has no token at access_token"),
            (#"{"access_token":"a\nb"}"#, "the token contains a control character"),
            (#"{"access_token":"a "}"#, "the token begins or ends with white space"),
        ]
    )
    func unreadable(body: String, reason: String) async throws {
        let exchange = try TokenExchange(tokens: [.json(200, body)])
        let fault = try await exchange.failure(of: Sample.fetch()).tokenFault
        #expect(fault?.reason == .unreadable && fault?.message == reason)
    }

    @Test("a credential that is no segment of the address is refused when the client is made")
    func address() throws {
        let recipe = TokenRecipe(.url("https://login.test/{apiKey}/token"), fields: [:])
        let configuration = ClientConfiguration(transport: StubTransport(), clock: ManualClock().runtime)
        #expect(throws: ConfigurationError(option: "apiKey", reason: "must not be . or ..")) {
            try SampleClient(apiKey: "..", definition: .tokens(recipe), configuration: configuration)
        }
        var plain = configuration
        plain.tokenURL = "http://login.test/token"
        #expect(throws: ConfigurationError.self) {
            try SampleClient(definition: .tokens(.oauth), configuration: plain)
        }
    }
}
