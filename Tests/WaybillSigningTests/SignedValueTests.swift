import Testing
@_spi(Generated) import WaybillRuntime

@_spi(Generated) @testable import WaybillSigning

@Suite struct SignedValueTests {
    private func text(_ value: SignedValue) -> String? {
        var values = SigningValues([Credential("secret", "Jefe"), Credential("key64", "SmVmZQ==")])
        values["body"] = Array("what do ya want for nothing?".utf8)
        values["raw"] = [0xFB, 0xFF, 0x01]
        return value.bytes(values).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        "V01 hashes of \"abc\": RFC 1321, A.5, and FIPS 180-4",
        arguments: [
            (SignedValue.Hash.md5, "900150983cd24fb0d6963f7d28e17f72"),
            (.sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                .sha512,
                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                    + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
            ),
        ]
    )
    func hashes(hash: SignedValue.Hash, hex: String) {
        #expect(text(SignedValue("h", of: ["a", "bc"], step: .hash(hash), encoding: .hex)) == hex)
        #expect(text(SignedValue("h", of: ["abc"], step: .hash(hash), encoding: .upperHex)) == hex.uppercased())
    }

    @Test("V01 HMAC-SHA1: RFC 2202, section 3, case 2, by a key as text and as Base64")
    func hmac() {
        let hex = "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"
        let value = SignedValue("h", of: ["{body}"], step: .hmac(.sha1, key: "secret"), encoding: .hex)
        #expect(text(value) == hex)
        let recipe = SignatureRecipe(
            algorithm: .sha1,
            key: "read",
            signs: ["{body}"],
            encoding: .hex,
            values: [SignedValue("read", of: ["{key64}"], isBase64: true)]
        )
        let credentials = [Credential("key64", "SmVmZQ==")]
        #expect(recipe.canSign(with: credentials))
        #expect(recipe.sign(credentials, timestamp: 0, body: Array("what do ya want for nothing?".utf8)) == hex)
        #expect(!recipe.canSign(with: [Credential("key64", "no base64!")]))
    }

    @Test("Bytes are written in each form")
    func encodings() {
        let texts = SignedValue.Encoding.allCases.map { text(SignedValue("e", of: ["{raw}"], encoding: $0)) }
        #expect(texts[1...4] == ["fbff01", "FBFF01", "+/8B", "-_8B"])
        #expect(text(SignedValue("e", of: ["a b/ä"], encoding: .percent)) == "a%20b%2F%C3%A4")
        #expect(text(SignedValue("e", of: ["f"], encoding: .urlBase64)) == "Zg")
    }

    @Test("Texts are joined, empty ones too; what is not known makes no value")
    func joined() {
        #expect(text(SignedValue("j", of: ["a", "", "{secret}"], join: "\n")) == "a\n\nJefe")
        #expect(text(SignedValue("j", of: ["{nobody}"])) == nil)
        #expect(text(SignedValue("j", of: ["a"], step: .hmac(.sha256, key: "nobody"))) == nil)
    }
}
