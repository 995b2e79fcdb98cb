import Testing
@_spi(Generated) import WaybillRuntime

@testable @_spi(Generated) import SimpleConnect

/// The generated definition against the scheme's known answers.
@Suite struct SimpleConnectVectorTests {
    /// A known answer.
    struct Vector: Sendable {
        let secret: String
        let timestamp: Int64
        let body: String
        let signature: String
    }

    static let vectors = [
        Vector(
            secret: "whsec_test",
            timestamp: 1_700_000_000,
            body: #"{"a":1}"#,
            signature: "38877139021993b830af32feea6e18a8da83eb2f6e49ee50bd9e4cf4ca4d3789"
        ),
        Vector(
            secret: "whsec_test",
            timestamp: 1_700_000_000,
            body: "",
            signature: "5967f3c560522fa40cf2876ebc3c3a08551dd6959aaade3b413460591895bdcc"
        ),
        Vector(
            secret: "whsec_test",
            timestamp: 1_700_000_000,
            body: "{\"t\":\"h\u{E9}llo \u{1F600}\"}",
            signature: "8d140b0b8403c9422fc0d92c98116aa96ffdb45735f336d067d06f5217d8ae0e"
        ),
        Vector(
            secret: "test_signing_secret",
            timestamp: 1_767_225_600,
            body:
                #"{"recipient":{"mobile_no":"+919812345678"},"event":{"event_id":"pp_payment_42","name":"customer_payment_received"}}"#,
            signature: "0d1077ca374428a5d4643a7ee176dbd75fe920b379c7fdbe9f5e7a288d3e6c79"
        ),
        Vector(
            secret: "test_signing_secret",
            timestamp: 1_767_225_600,
            body: "",
            signature: "d7770afc743748426a412cc75244dae584e07e35fa8d0b6ab5f96d2d62ed3148"
        ),
        Vector(
            secret: "sécret",
            timestamp: 1_767_225_600,
            body: #"{"n":"रमेश"}"#,
            signature: "bb16fc2beb1f4a8ebbc85daacba36286e5f68821f934594fa1d19ca755a524cd"
        ),
    ]

    @Test("V01 vectors of the scheme, with the definition that the client has", arguments: vectors)
    func vector(vector: Vector) throws {
        let recipe = try #require(SimpleConnectClient.definition.authentication.signature)
        let credentials = [Credential("keyID", "k"), Credential("secret", vector.secret)]
        let signature = recipe.sign(credentials, timestamp: vector.timestamp, body: Array(vector.body.utf8))
        #expect(signature == vector.signature)
    }

    @Test("the account's client signs nothing")
    func bearer() {
        #expect(SimpleConnectMessagesClient.definition.authentication.signature == nil)
    }
}
