import HTTPTypes
import Testing
@_spi(Generated) import WaybillSigning
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct CredentialTests {
    @Test("V06 blank credentials are refused by name", arguments: ["", " ", "\t", "\n", " \r\n "])
    func blank(value: String) {
        expectRefusal(value, .signed, "must not be blank")
        expectRefusal(value, SampleClient.definition, "must not be blank")
    }

    @Test(
        "S03 a trailing line break is named, the key is not",
        arguments: ["sk_canary\n", "sk_canary\r\n", "sk_canary\r"]
    )
    func lineBreak(value: String) {
        expectRefusal(value, SampleClient.definition, "ends in a line break; was it read from a file?")
    }

    @Test("S03 control characters are refused", arguments: ["sk_ca\nnary", "sk_canary\u{0}", "sk\u{7F}canary"])
    func control(value: String) {
        expectRefusal(value, .signed, "contains a control character")
    }

    @Test("A key that a header would lose a part of is refused", arguments: [" sk_canary", "sk_canary "])
    func spaces(value: String) throws {
        let configuration = ClientConfiguration()
        let error = try #require(throws: ConfigurationError.self) {
            try SampleClient(apiKey: value, definition: SampleClient.definition, configuration: configuration)
        }
        #expect(error.option == "apiKey")
        #expect(!error.description.contains("canary"))
    }

    @Test("A header is left out where all credentials in it are empty, and stays out of reach")
    func empty() throws {
        let authentication = Authentication(
            headers: ["X-Key": "{prefix}{key}", "X-Branch": "branch {branch}", "X-Version": "2"]
        )
        let credentials = [
            Credential("key", "k"), Credential("prefix", "", mayBeBlank: true),
            Credential("branch", "", mayBeBlank: true),
        ]
        let signer = try RequestSigner(authentication, credentials)
        let (_, headers) = signer.signed("GET", "https://api.sample.test/x", [:], nil, ManualClock().runtime)
        #expect(headers.map { "\($0.name.rawName): \($0.value)" }.sorted() == ["X-Key: k", "X-Version: 2"])
        #expect(signer.names == ["x-key", "x-branch", "x-version"])
        #expect(signer.maskedHeaders.map(\.name) == ["X-Key", "X-Version"])
    }

    @Test("V06 a secret that only signs is used as it is, spaces and all")
    func verbatim() throws {
        let recipe = SignatureRecipe.simpleConnect
        let trimmed = recipe.sign([Credential("apiKey", "secret")], timestamp: 1, body: [])
        let spaced = recipe.sign([Credential("apiKey", " secret ")], timestamp: 1, body: [])
        let base64 = recipe.sign([Credential("apiKey", "c2VjcmV0")], timestamp: 1, body: [])
        #expect(Set([trimmed, spaced, base64]).count == 3)
    }

    @Test("A definition whose places nobody fills is refused")
    func unknownPlace() throws {
        let definition = ClientDefinition(
            api: "x",
            authentication: Authentication(headers: ["Authorization": "Bearer {token}"])
        )
        let error = try #require(throws: ConfigurationError.self) {
            try SampleClient(definition: definition, configuration: ClientConfiguration())
        }
        #expect(error.option == "token")
    }

    private func expectRefusal(_ value: String, _ definition: ClientDefinition, _ reason: String) {
        #expect(throws: ConfigurationError(option: "apiKey", reason: reason)) {
            try SampleClient(apiKey: value, definition: definition, configuration: ClientConfiguration())
        }
    }
}
