import HTTPTypes
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

/// Basic, and keys in the query.
@Suite struct AuthenticationTests {
    private static let key = "canary/key 1"

    private func definition(_ authentication: Authentication) -> ClientDefinition {
        ClientDefinition(
            api: "sample",
            authentication: authentication,
            envelope: "data",
            retry: RetryPlan.walinko,
            errors: ErrorPaths(message: ["message"])
        )
    }

    private func client(_ transport: StubTransport, _ authentication: Authentication) throws -> SampleClient {
        let clock = ManualClock(randomness: .fixed(0))
        let configuration = ClientConfiguration(transport: transport, clock: clock.runtime)
        return try SampleClient(
            apiKey: Self.key,
            definition: definition(authentication),
            configuration: configuration
        )
    }

    @Test(
        "Basic is as in RFC 7617, sections 2 and 2.1",
        arguments: [
            ("Aladdin", "open sesame", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
            ("test", "123\u{A3}", "Basic dGVzdDoxMjPCow=="),
            ("key", "", "Basic a2V5Og=="),
        ]
    )
    func basic(user: String, password: String, field: String) throws {
        let authentication = Authentication(basic: BasicAuthentication(user: "{user}", password: "{password}"))
        let credentials = [Credential("user", user), Credential("password", password, mayBeBlank: true)]
        let signer = try RequestSigner(authentication, credentials)
        let clock = ManualClock().runtime
        let signed = signer.signed("GET", "https://api.sample.test/x", [:], nil, clock)
        #expect(signed.headers[.authorization] == field)
        #expect(signer.names == ["authorization"])
        #expect(signer.maskedHeaders.map(\.value) == ["Basic [REDACTED]"])
    }

    @Test("A user's name with a colon would end before it, and is refused")
    func colon() throws {
        let authentication = Authentication(basic: BasicAuthentication(user: "{user}", password: "x"))
        let error = #expect(throws: ConfigurationError.self) {
            try RequestSigner(authentication, [Credential("user", "canary:1")])
        }
        #expect(error?.option == "user")
        #expect(error?.description.contains("canary") == false)
    }

    @Test("S08 what Basic sends is masked where a server repeats it")
    func basicMask() throws {
        let authentication = Authentication(basic: BasicAuthentication(user: "{user}", password: "{password}"))
        let credentials = [Credential("user", "Aladdin"), Credential("password", "open sesame")]
        let signer = try RequestSigner(authentication, credentials)
        let words = signer.mask.masked("no such user: QWxhZGRpbjpvcGVuIHNlc2FtZQ== (Aladdin)")
        #expect(words == "no such user: [REDACTED] ([REDACTED])")
    }

    private static let inQuery = Authentication(query: ["api key": "{apiKey}", "v": "2"])
    private static let tail = "api%20key=canary%2Fkey%201&v=2"

    @Test("A key in the query stands last, and in no kept request; the request goes out again with it")
    func query() async throws {
        let stub = StubTransport([.network(.unknown), .sent, .sent])
        let client = try client(stub, Self.inQuery)
        var request = Sample.send("hello")
        request.addQuery("phone", "1&2")
        let filled = try client.fill(request)
        #expect(filled.url == "https://api.sample.test/v1/messages?phone=1%262")
        let kept = String(decoding: try filled.serialized(), as: UTF8.self)
        #expect(!kept.contains("canary"))
        let answer = try await client.send(request.resending(filled))
        #expect(answer.http.request.url == filled.url)
        _ = try await client.resend(FilledRequest(parsing: filled.serialized()))
        #expect(stub.requests.map(\.url) == Array(repeating: filled.url + "&" + Self.tail, count: 3))
    }

    @Test("S08 a key in the query shows in no error, no command and no description")
    func silence() async throws {
        let echo = #"{"message":"no key https://api.sample.test/v1?api%20key=canary%2Fkey%201"}"#
        let stub = StubTransport([.json(403, echo), .network(.unknown, .certificate)])
        let client = try client(stub, Self.inQuery)
        for _ in 0..<2 {
            let error = await #expect(throws: SampleError.self) { try await client.send(Sample.send("hello")) }
            var dumped = ""
            dump(error, to: &dumped)
            #expect(!dumped.contains("canary") && !"\(error as Any)".contains("canary"))
            #expect(error?.report.message.contains("canary") == false)
        }
        let command = try client.core.curl(Sample.fetch())
        #expect(command.contains("?api%20key=[REDACTED]&v=2'"))
        #expect(!command.contains("canary"))
        for request in stub.requests { #expect(!"\(request)".contains("canary")) }
    }

    @Test("A parameter is left out where its credential has no value")
    func optional() throws {
        let authentication = Authentication(query: ["key": "{key}", "team": "{team}"])
        let credentials = [Credential("key", "k"), Credential("team", "", mayBeBlank: true)]
        let signer = try RequestSigner(authentication, credentials)
        let clock = ManualClock().runtime
        #expect(signer.signed("GET", "https://a.test/x", [:], nil, clock).url == "https://a.test/x?key=k")
    }
}
