import HTTPTypes
import Testing

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillSigning
@_spi(Generated) @testable import WaybillWebhooks

@Suite struct WebhookPublicKeyTests {
    private static let seal = [
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "D75A980182B10AB7D54BFED3C964073A0EE172F3DAA62325AF021A68F707511A",
        "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
        "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
        """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
        -----END PUBLIC KEY-----

        """,
        "-----BEGIN PUBLIC KEY-----\r\nMCowBQYDK2VwAyEA11qYAYKx\r\nCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\r\n-----END PUBLIC KEY-----",
    ]

    /// The key of RFC 6979, appendix A.2.5.
    private static let ledger = [
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEYP7UuiVanTHJYet0xjVtaMBJuJI7Yfps5mliLmDyn7Z5A/4QCLi8maQa6elWKLxk8vGyDC1+n1F3o8KU1EYimQ==",
        "BGD+1LolWp0xyWHrdMY1bWjASbiSO2H6bOZpYi5g8p+2eQP+EAi4vJmkGunpVii8ZPLxsgwtfp9Rd6PClNRGIpk=",
        "0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
        """
        -----BEGIN PUBLIC KEY-----
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEYP7UuiVanTHJYet0xjVtaMBJuJI7
        Yfps5mliLmDyn7Z5A/4QCLi8maQa6elWKLxk8vGyDC1+n1F3o8KU1EYimQ==
        -----END PUBLIC KEY-----
        """,
    ]

    private static func verifier(
        _ algorithm: WebhookSignatureAlgorithm,
        secrets: [String] = [],
        publicKeys: [String] = []
    ) throws(ConfigurationError) -> WebhookVerifier {
        let scheme = WebhookSignatureScheme(algorithm: algorithm, encoding: .hex, header: "X-Signature")
        let definition = WebhookDefinition(name: "sample", scheme: scheme)
        return try WebhookVerifier(definition: definition, secrets: secrets, publicKeys: publicKeys)
    }

    private static func fault(
        _ algorithm: WebhookSignatureAlgorithm,
        secrets: [String] = [],
        publicKeys: [String] = []
    ) -> ConfigurationError? {
        do throws(ConfigurationError) {
            _ = try verifier(algorithm, secrets: secrets, publicKeys: publicKeys)
            return nil
        } catch {
            return error
        }
    }

    @Test("A key is read from PEM, and from the Base64 or hexadecimal digits of its DER or of its bare bytes")
    func spellings() throws {
        for (algorithm, keys) in [(WebhookSignatureAlgorithm.ed25519, Self.seal), (.p256, Self.ledger)] {
            for key in keys {
                let verifier = try Self.verifier(algorithm, publicKeys: [key])
                let headers = verifier.sign(body: [1, 2], privateKey: verifier.definition.scheme.exampleKey)
                #expect(verifier.verdict([1, 2], headers) == "accepted", "\(key)")
                #expect(verifier.verdict([1, 3], headers) == "refused")
            }
        }
    }

    @Test("Several keys hold at once, while one replaces another; the result tells which")
    func rotation() throws {
        let older = "7d4d0e7f6153a69b6242b522abbee685fda4420f8834b108c3bdae369ef549fa"
        let verifier = try Self.verifier(.ed25519, publicKeys: [older, Self.seal[0]])
        let headers = verifier.sign(body: [1], privateKey: verifier.definition.scheme.exampleKey)
        #expect(try verifier.verify(body: [1], headers: headers).matchedSecret == 1)
        #expect(try Self.verifier(.ed25519, publicKeys: [older]).verdict([1], headers) == "refused")
        for keys in [[], Array(repeating: older, count: 6)] {
            #expect(Self.fault(.ed25519, publicKeys: keys)?.option == "publicKeys")
        }
    }

    @Test("A secret where a public key is asked for, a key of another curve, or none at all, makes no webhook")
    func noKey() {
        let keys = [
            "", "secret", "whsec_AAAA", Self.seal[0] + "00", String(Self.seal[0].dropLast(2)), Self.ledger[0],
            "-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----",
            Self.seal[4].replacing("PUBLIC", with: "PRIVATE"), " " + Self.seal[0], Self.seal[2] + "\n",
        ]
        for key in keys {
            let error = Self.fault(.ed25519, publicKeys: [Self.seal[0], key])
            #expect(error?.option == "publicKeys[1]", "\(key)")
            #expect(error.map { "\($0)".contains("whsec") } == false)
        }
        for key in Self.seal + ["04" + String(repeating: "01", count: 64)] {
            #expect(Self.fault(.p256, publicKeys: [key])?.option == "publicKeys[0]", "\(key)")
        }
    }

    @Test("A point of small order, under which anybody can sign, is no public key")
    func smallOrders() {
        let ones = String(repeating: "ff", count: 30)
        let points = [
            String(repeating: "00", count: 32), "01" + String(repeating: "00", count: 31),
            String(repeating: "00", count: 31) + "80", "01" + String(repeating: "00", count: 30) + "80",
            "ec\(ones)7f", "ec\(ones)ff", "ed\(ones)7f", "ee\(ones)7f", "ee\(ones)ff",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        ]
        for point in points { #expect(Self.fault(.ed25519, publicKeys: [point]) != nil, "\(point)") }
    }

    @Test("A public key is no secret, and the keys of one kind of webhook are not those of another")
    func noSecret() {
        for key in [Self.seal[3], Self.ledger[0]] {
            for algorithm in [WebhookSignatureAlgorithm.sha1, .sha256, .sha512] {
                let error = Self.fault(algorithm, secrets: [key])
                #expect(error?.reason == "is a public key, which everybody may have, and no secret")
            }
        }
        // In PEM it is refused for its line breaks already.
        #expect(Self.fault(.sha256, secrets: [Self.seal[4]]) != nil)
        #expect(
            Self.fault(.sha256, secrets: ["-----BEGIN PUBLIC KEY-----"])?.reason.hasPrefix("is a public key") == true
        )
        #expect(Self.fault(.sha256, publicKeys: [Self.seal[0]])?.option == "secrets")
        #expect(Self.fault(.sha256, secrets: ["s"], publicKeys: [Self.seal[0]])?.option == "secrets")
        #expect(Self.fault(.ed25519, secrets: ["s"])?.option == "publicKeys")
        #expect(Self.fault(.ed25519, secrets: ["s"], publicKeys: [Self.seal[0]])?.option == "publicKeys")
    }

    @Test("A copy whose ECDSA signature was spelt anew is known as the same event")
    func twins() throws {
        // Wycheproof, ecdsa_secp256r1_sha256, tests 5 and 7: (r, s) and (r, −s) of one message.
        let key =
            "3059301306072a8648ce3d020106082a8648ce3d030107034200042927b10512bae3eddcfe467828128bad2903269919f7086069c8c4df6c732838c7787964eaac00e5921fb1498a60f4606766b3d9685001558d1a974e7341513e"
        let signatures = [
            "304402202ba3a8be6b94d5ec80a6d9d1190a436effe50d85a1eee859b8cc6af9bd5c2e1802204cd60b855d442f5b3c7b11eb6c4e0ae7525fe710fab9aa7c77a67f79e6fadd76",
            "304502202ba3a8be6b94d5ec80a6d9d1190a436effe50d85a1eee859b8cc6af9bd5c2e18022100b329f479a2bbd0a5c384ee1493b1f5186a87139cac5df4087c134b49156847db",
        ]
        let verifier = try Self.verifier(.p256, publicKeys: [key])
        let name = try #require(HTTPField.Name("X-Signature"))
        let fingerprints = try signatures.map {
            try verifier.verify(body: Array("123400".utf8), headers: [name: $0]).fingerprint
        }
        #expect(fingerprints[0] == fingerprints[1])
        // SHA-256 of "123400", by OpenSSL.
        #expect(fingerprints[0] == "sha256:bb5a52f42f9c9261ed4361f59422a1e30036e7c32b270c8807a419feca605023")
    }
}
