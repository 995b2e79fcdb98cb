import Logging
import Synchronization
import TestSupport
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

/// A client whose API asks for tokens, over a transport that gives tokens and takes the newest one.
struct TokenExchange {
    let transport: StubTransport
    let clock: ManualClock
    let client: SampleClient

    /// - Parameters:
    ///   - tokens: The answers of the token endpoint, one after the other; the last one repeats.
    ///   - api: The answer to a request with a token; by default a success.
    init(
        _ recipe: TokenRecipe = .oauth,
        tokens: [StubAnswer] = [.token("t1"), .token("t2"), .token("t3")],
        clock: ManualClock = ManualClock(randomness: .seeded(7)),
        gate: TokenGate? = nil,
        store: (any TokenStore)? = nil,
        log: LineLog? = nil,
        pacing: Pacing? = nil,
        api: @escaping @Sendable (RecordedRequest) -> StubAnswer = { _ in .sent }
    ) throws {
        let count = Count()
        transport = StubTransport { request in
            guard request.header("Authorization")?.hasPrefix("Bearer ") != true else { return api(request) }
            await gate?.pass()
            return tokens[min(count.next(), tokens.count - 1)]
        }
        var configuration = ClientConfiguration(transport: transport, clock: clock.runtime)
        configuration.tokenStore = store
        configuration.pacing = pacing
        configuration.logger = log?.logger
        self.clock = clock
        client = try SampleClient(
            apiKey: "s6BhdRkqt3",
            definition: .tokens(recipe),
            configuration: configuration
        )
    }

    /// The requests for tokens.
    var asked: [RecordedRequest] {
        transport.requests.filter { $0.header("Authorization")?.hasPrefix("Bearer ") != true }
    }

    /// The tokens that went out, in order.
    var sent: [String] {
        transport.requests.compactMap { request in
            request.header("Authorization").flatMap { $0.hasPrefix("Bearer ") ? String($0.dropFirst(7)) : nil }
        }
    }

    func failure<Value>(
        of request: APIRequest<SampleClient, Value>,
        options: CallOptions = CallOptions()
    ) async throws -> FailureReport {
        do {
            _ = try await client.core.send(request, options: options)
        } catch {
            return error
        }
        throw UnexpectedSuccess()
    }

    private final class Count: Sendable {
        private let value = Mutex(0)

        func next() -> Int {
            value.withLock { value in
                defer { value += 1 }
                return value
            }
        }
    }
}

extension StubAnswer {
    /// A token as RFC 6749, section 5.1 has it.
    static func token(_ value: String, seconds: Int = 3600) -> StubAnswer {
        .json(200, #"{"access_token":"\#(value)","token_type":"Bearer","expires_in":\#(seconds)}"#)
    }
}

extension TokenRecipe {
    /// Client credentials, with HTTP Basic.
    static let oauth = TokenRecipe(
        .path("/oauth/token"),
        fields: ["grant_type": "client_credentials"],
        basic: (user: "{apiKey}", password: "gX1fBat3bV")
    )

    /// The same with other places or limits.
    static func oauth(end: End, token: String = "access_token", attempts: Int = 1) -> TokenRecipe {
        TokenRecipe(
            .path("/oauth/token"),
            fields: ["grant_type": "client_credentials"],
            token: token,
            end: end,
            attempts: attempts
        )
    }
}

extension ClientDefinition {
    /// The sample API with tokens.
    static func tokens(_ recipe: TokenRecipe) -> ClientDefinition {
        ClientDefinition(
            api: "sample",
            authentication: Authentication(headers: ["Authorization": "Bearer {token}"], token: recipe),
            envelope: "data",
            retry: .walinko,
            errors: ErrorPaths(message: ["message"], code: ["error_code"])
        )
    }
}
