import Testing
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillSigning

@Suite struct SignatureRecipeTests {
    struct Vector: Sendable {
        var secret: String
        var timestamp: Int64 = 1_700_000_000
        var body: [UInt8]
        var signature: String
    }

    private static let simpleConnect = SignatureRecipe(
        algorithm: .sha256,
        key: "key",
        signs: "{timestamp}.{body}",
        encoding: .hex
    )
    private static let connectly = SignatureRecipe(algorithm: .sha256, key: "key", signs: "{body}", encoding: .base64)
    private static let simpu = SignatureRecipe(algorithm: .sha512, key: "key", signs: "{body}", encoding: .base64)
    private static let github = SignatureRecipe(algorithm: .sha256, key: "key", signs: "{body}", encoding: .hex)

    @Test(
        "V01 SimpleConnect's rows",
        arguments: [
            Vector(
                secret: "whsec_test",
                body: Array(#"{"a":1}"#.utf8),
                signature: "38877139021993b830af32feea6e18a8da83eb2f6e49ee50bd9e4cf4ca4d3789"
            ),
            Vector(
                secret: "whsec_test",
                body: [],
                signature: "5967f3c560522fa40cf2876ebc3c3a08551dd6959aaade3b413460591895bdcc"
            ),
            Vector(
                secret: "whsec_test",
                body: Array(#"{"t":"héllo 😀"}"#.utf8),
                signature: "8d140b0b8403c9422fc0d92c98116aa96ffdb45735f336d067d06f5217d8ae0e"
            ),
            Vector(
                secret: "test_signing_secret",
                timestamp: 1_767_225_600,
                body: [],
                signature: "d7770afc743748426a412cc75244dae584e07e35fa8d0b6ab5f96d2d62ed3148"
            ),
            Vector(
                secret: "sécret",
                timestamp: 1_767_225_600,
                body: Array(#"{"n":"रमेश"}"#.utf8),
                signature: "bb16fc2beb1f4a8ebbc85daacba36286e5f68821f934594fa1d19ca755a524cd"
            ),
        ]
    )
    func simpleConnect(vector: Vector) {
        let signature = Self.simpleConnect.sign(
            [Credential("key", vector.secret)],
            timestamp: vector.timestamp,
            body: vector.body
        )
        #expect(signature == vector.signature)
    }

    @Test(
        "V01 rows of other schemes, as recipes",
        arguments: [
            (
                connectly, "connectly_test", #"{"message":{"text":"TEST 11"}}"#,
                "Ilv7WHzTuNYAOSWIN5dyJ1eJIZzYJxk+n37OOcYyO20="
            ),
            (connectly, "connectly_test", "", "t4hjULpFgY2z8r6G3+CvZpq6YjdMaPivBjbC1g5V51w="),
            (
                simpu, "simpu_test", #"{"id":"evt.1","object":"event"}"#,
                "KYkds53/xXNXAHIJZs/a7ckxm08RQi8LklHKN66F49+gfPm4M6vipeZu7LoCudyvsc4MavS1mIoza+uok/woZw=="
            ),
            (
                github, "It's a Secret to Everybody", "Hello, World!",
                "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
            ),
        ]
    )
    func otherSchemes(recipe: SignatureRecipe, secret: String, body: String, signature: String) {
        #expect(recipe.sign([Credential("key", secret)], timestamp: 0, body: Array(body.utf8)) == signature)
    }

    @Test("V01 Simpu's body that is no UTF-8 is signed byte by byte")
    func invalidUTF8() {
        let body = Array(#"{"a":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
        #expect(
            Self.simpu.sign([Credential("key", "simpu_test")], timestamp: 0, body: body)
                == "Oc+7zQIIF+aGrDT/IDqDr/+10jrzgZ8aUZH23fvFGLTJNNOSJKl32FCS3+uZIo/AtZdfrQc2NxtRDLnPf5J0NQ=="
        )
    }

    @Test("V01 Standard Webhooks: a key in Base64, and an id in the text")
    func standardWebhooks() {
        let recipe = SignatureRecipe(
            algorithm: .sha256,
            key: "key",
            signs: "{id}.{timestamp}.{body}",
            encoding: .base64,
            keyEncoding: .base64
        )
        let credentials = [
            Credential("key", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), Credential("id", "msg_p5jXN8AQM9LWM0D4loKWxJek"),
        ]
        let body = Array(#"{"test": 2432232314}"#.utf8)
        #expect(
            recipe.sign(credentials, timestamp: 1_614_265_330, body: body)
                == "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
        )
    }

    @Test("A credential's text cannot bring a placeholder of its own")
    func placeholders() {
        let recipe = SignatureRecipe(algorithm: .sha256, key: "key", signs: "{name}{body}", encoding: .hex)
        let literal = recipe.sign(
            [Credential("key", "k"), Credential("name", "{body}")],
            timestamp: 1,
            body: Array("x".utf8)
        )
        let same = Self.github.sign([Credential("key", "k")], timestamp: 1, body: Array("{body}x".utf8))
        #expect(literal == same)
    }

    @Test("V06 without a usable key there is no signature")
    func withoutKey() {
        #expect(Self.github.sign([], timestamp: 1, body: []).isEmpty)
        #expect(Self.github.sign([Credential("key", "")], timestamp: 1, body: []).isEmpty)
    }
}
