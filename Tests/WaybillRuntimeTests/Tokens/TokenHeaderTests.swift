import HTTPTypes
import Testing
@_spi(Generated) import WaybillSigning
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

/// Header fields of requests for tokens, and requests without a body.
@Suite struct TokenHeaderTests {
    private static let webToken = WebTokenRecipe(
        WebTokenSigningKey(.hs256, credential: "apiKey"),
        claims: ["jti": "{nonce}"],
        lifetime: .seconds(60)
    )

    private static func recipe(_ headers: KeyValuePairs<String, String>) -> TokenRecipe {
        TokenRecipe(.path("/tokens"), headers: headers)
    }

    private static func definition(_ recipe: TokenRecipe) -> ClientDefinition {
        let headers: KeyValuePairs = ["Authorization": "Bearer {token}"]
        return ClientDefinition(
            api: "sample",
            authentication: Authentication(headers: headers, token: recipe, webToken: webToken),
            envelope: "data"
        )
    }

    /// A client whose token endpoint gives these answers, and then a message.
    private func client(
        _ headers: KeyValuePairs<String, String>,
        _ answers: StubAnswer...
    ) throws -> (client: SampleClient, transport: StubTransport) {
        let transport = StubTransport(answers + [.sent])
        let clock = ManualClock(sleeping: .atOnce(below: .seconds(5)))
        let client = try SampleClient(
            apiKey: "s6BhdRkqt3",
            definition: Self.definition(Self.recipe(headers)),
            configuration: ClientConfiguration(transport: transport, clock: clock.runtime)
        )
        return (client, transport)
    }

    @Test("without fields there is neither a body nor its type; a field of the recipe goes out as it is filled")
    func bodiless() async throws {
        let (client, transport) = try client(["X-Api-Key": "key {apiKey}", "X-Version": "1"], .token("t1"))
        _ = try await client.send(Sample.fetch())
        let request = try #require(transport.requests.first)
        #expect(request.method == .post && request.url == "https://api.sample.test/tokens" && request.body == nil)
        let fields = request.headers.map { "\($0.name.rawName): \($0.value)" }
        let agent = "sample-swift/\(RuntimeVersion.text)"
        #expect(
            fields == ["Accept: application/json", "User-Agent: \(agent)", "X-Api-Key: key s6BhdRkqt3", "X-Version: 1"]
        )
        let call = try #require(transport.requests.last)
        #expect(call.header("Authorization") == "Bearer t1" && call.header("X-Api-Key") == nil)
    }

    @Test("a field takes the place of the one that is usual, whatever the case of its name")
    func accept() {
        let writer = TokenRequestWriter(recipe: Self.recipe(["accept": "text/json"]), credentials: [])
        let headers = writer.headers(userAgent: "a")
        #expect(headers[values: .accept] == ["text/json"])
    }

    @Test("each attempt has a JSON Web Token of its own")
    func webToken() async throws {
        let (client, transport) = try client(["Authorization": "App {jwt}"], .status(503), .token("t1"))
        _ = try await client.send(Sample.fetch())
        let fields = transport.requests.prefix(2).compactMap { $0.header("Authorization") }
        #expect(fields.count == 2 && fields.allSatisfy { $0.hasPrefix("App eyJ") } && fields[0] != fields[1])
        #expect(transport.requests.last?.header("Authorization") == "Bearer t1")
    }

    @Test("S08 what a field has is masked where the service repeats it, and shows in no description")
    func silence() async throws {
        let transport = StubTransport { request in
            let sent = "\(request.header("X-Api-Key") ?? "") and \(request.header("Authorization") ?? "")"
            return .json(401, #"{"error":"invalid_client","error_description":"not \#(sent)"}"#)
        }
        let headers: KeyValuePairs = ["X-Api-Key": "key {apiKey}", "Authorization": "App {jwt}"]
        let client = try SampleClient(
            apiKey: "s6BhdRkqt3",
            definition: Self.definition(Self.recipe(headers)),
            configuration: ClientConfiguration(transport: transport, clock: ManualClock().runtime)
        )
        let error = await #expect(throws: SampleError.self) { try await client.send(Sample.fetch()) }
        #expect(error?.report.tokenFault?.message == "not key [REDACTED] and App [REDACTED]")
        var dumped = ""
        dump(client.core.tokens as Any, to: &dumped)
        #expect(!dumped.contains("s6BhdRkqt3") && !dumped.contains("eyJ"))
    }

    @Test("a field of which nothing is given is left out")
    func empty() {
        let recipe = Self.recipe(["X-Port": "port {port}", "X-Api-Key": "{apiKey}"])
        let credentials = [Credential("port", "", mayBeBlank: true), Credential("apiKey", "a")]
        let headers = TokenRequestWriter(recipe: recipe, credentials: credentials).headers(userAgent: "a")
        #expect(headers.map(\.name.rawName) == ["Accept", "User-Agent", "X-Api-Key"])
    }

    @Test(
        "what cannot go out makes no client",
        arguments: [
            ("{apiKey}", "a\tb ", "apiKey contains a control character"),
            ("{apiKey}", " ab", "apiKey begins or ends with white space"),
            ("{token}", "ab", "token is needed for the field X-Key"),
        ]
    )
    func unsendable(template: String, key: String, reason: String) {
        let error = #expect(throws: ConfigurationError.self) {
            try SampleClient(
                apiKey: key,
                definition: Self.definition(Self.recipe(["X-Key": template])),
                configuration: ClientConfiguration(transport: StubTransport(), clock: ManualClock().runtime)
            )
        }
        #expect(error?.description == reason)
    }
}
