import Testing
@_spi(Generated) import WaybillSigning
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct SigningTests {
    @Test("V06 without a usable key there is no client")
    func withoutKey() {
        let recipe = SignatureRecipe(
            algorithm: .sha256,
            key: "apiKey",
            signs: "{body}",
            encoding: .hex,
            keyEncoding: .base64
        )
        let definition = ClientDefinition(
            api: "x",
            authentication: Authentication(headers: ["X-S": "{signature}"], signature: recipe)
        )
        #expect(throws: ConfigurationError(option: "apiKey", reason: "is not a usable signing key")) {
            try SampleClient(apiKey: "not base64!", definition: definition, configuration: ClientConfiguration())
        }
    }

    @Test("V05 signed bytes are sent bytes, for a thousand random bodies; a GET signs its time")
    func sentBytes() async throws {
        let exchange = try SampleExchange(StubTransport { _ in .status(200) }, definition: .signed)
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<1_000 {
            let scalars = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                Character(Unicode.Scalar(UInt32.random(in: 0..<0xD800, using: &generator)) ?? " ")
            }
            _ = try await exchange.client.send(Sample.deliver(String(scalars)))
        }
        _ = try await exchange.client.send(APIRequest<SampleClient, NoContent>(Sample.get()))
        #expect(exchange.transport.requests.count == 1_001)
        for request in exchange.transport.requests {
            let time = try #require(request.header("X-Timestamp").flatMap { Int64($0) })
            let signature = SignatureRecipe.simpleConnect.sign(
                [Credential("apiKey", "sk_test_1")],
                timestamp: time,
                body: request.body ?? []
            )
            #expect(request.header("X-Signature") == "sha256=\(signature)")
            #expect(request.header("X-Key-Id") == "sk_test_1")
        }
    }
}
