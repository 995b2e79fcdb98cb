import Testing

@_spi(Generated) @testable import WaybillSigning

/// Signatures of Wycheproof's that implementations have taken for others.
@Suite struct SigningKeyTests {
    private func holds(_ curve: SigningCurve, _ key: String, _ message: String, _ signature: String) throws -> Bool {
        let key = try #require(SigningPublicKey(curve, text: key))
        let message = try #require(SignatureText.bytes(message.utf8, .hex))
        let signature = try #require(SignatureText.bytes(signature.utf8, .hex))
        return key.firstMatch(among: [signature], signing: [message]) != nil
    }

    @Test(
        "Ed25519: what is signed holds",
        arguments: [
            (
                "",
                "d4fbdb52bfa726b44d1786a8c0d171c3e62ca83c9e5bbe63de0bb2483f8fd6cc1429ab72cafc41ab56af02ff8fcc43b99bfe4c7ae940f60f38ebaa9d311c4007"
            ),
            (
                "78",
                "d80737358ede548acb173ef7e0399f83392fe8125b2ce877de7975d8b726ef5b1e76632280ee38afad12125ea44b961bf92f1178c9fa819d020869975bcbe109"
            ),
            (
                "54657374",
                "7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab07a9155711ecfaf7f99f277bad0c6ae7e39d4eef676573336a5c51eb6f946b30d"
            ),
        ]
    )
    func seals(message: String, signature: String) throws {
        let key = "7d4d0e7f6153a69b6242b522abbee685fda4420f8834b108c3bdae369ef549fa"
        #expect(try holds(.ed25519, key, message, signature))
        #expect(try !holds(.ed25519, key, message + "00", signature))
        #expect(try !holds(.ed25519, key, message, signature + "00"))
        #expect(try !holds(.ed25519, key, message, String(signature.dropLast(2))))
        // S and S plus the order of the group are one number, and only the smaller one is a signature (RFC 8032, 5.1.7).
        #expect(try !holds(.ed25519, key, message, Self.addingOrder(to: signature)))
    }

    @Test("Ed25519: 0, 1, the order and the modulus are no halves of a signature")
    func specialValues() throws {
        let zeros = String(repeating: "00", count: 31)
        let order = "d3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010"
        let values = [
            "00\(zeros)", "01\(zeros)", "ec\(order)", "ed\(order)", "ed" + String(repeating: "ff", count: 30) + "7f",
        ]
        let key = "7d4d0e7f6153a69b6242b522abbee685fda4420f8834b108c3bdae369ef549fa"
        for first in values {
            for second in values { #expect(try !holds(.ed25519, key, "3f", first + second)) }
        }
    }

    /// A signature with the order of the group added to its second half.
    private static func addingOrder(to signature: String) throws -> String {
        let bytes = try #require(SignatureText.bytes(signature.utf8, .hex))
        let order: [UInt8] = try #require(
            SignatureText.bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010".utf8, .hex)
        )
        var sum: [UInt8] = []
        var carry = 0
        for (left, right) in zip(bytes[32...], order) {
            let digit = Int(left) + Int(right) + carry
            sum.append(UInt8(digit & 0xFF))
            carry = digit >> 8
        }
        return SignatureText.text(Array(bytes[..<32]) + sum, .hex)
    }

    private static let point =
        "042927b10512bae3eddcfe467828128bad2903269919f7086069c8c4df6c732838c7787964eaac00e5921fb1498a60f4606766b3d9685001558d1a974e7341513e"

    @Test(
        "ECDSA P-256: DER holds in its one spelling; a missing zero, BER and wrong lengths do not",
        arguments: [
            ("3045", "02202ba3a8be6b94d5ec80a6d9d1190a436effe50d85a1eee859b8cc6af9bd5c2e18022100", true),
            ("3044", "02202ba3a8be6b94d5ec80a6d9d1190a436effe50d85a1eee859b8cc6af9bd5c2e180220", false),
            ("308145", "02202ba3a8be6b94d5ec80a6d9d1190a436effe50d85a1eee859b8cc6af9bd5c2e18022100", false),
            ("30820045", "02202ba3a8be6b94d5ec80a6d9d1190a436effe50d85a1eee859b8cc6af9bd5c2e18022100", false),
            ("3046", "02202ba3a8be6b94d5ec80a6d9d1190a436effe50d85a1eee859b8cc6af9bd5c2e18022100", false),
            ("3085010000004502", "202ba3a8be6b94d5ec80a6d9d1190a436effe50d85a1eee859b8cc6af9bd5c2e18022100", false),
            ("30847fffffff", "02202ba3a8be6b94d5ec80a6d9d1190a436effe50d85a1eee859b8cc6af9bd5c2e18022100", false),
        ]
    )
    func encodings(head: String, middle: String, isValid: Bool) throws {
        let signature = head + middle + "b329f479a2bbd0a5c384ee1493b1f5186a87139cac5df4087c134b49156847db"
        #expect(try holds(.p256, Self.point, "313233343030", signature) == isValid)
    }

    @Test("ECDSA P-256: zeros are no signature of anything (CVE-2022-21449)")
    func zeros() throws {
        for signature in ["3006020100020100", "3006020101020100", "3006020100020101", "", "3000"] {
            #expect(try !holds(.p256, Self.point, "313233343030", signature))
        }
    }

    @Test("A point that is not on the curve is no key")
    func offCurve() {
        let other = String(Self.point.dropLast(2)) + "3f"
        #expect(SigningPublicKey(.p256, text: other) == nil)
        #expect(SigningPublicKey(.p256, text: "00") == nil)
    }

    @Test("A private key is read from PEM, from Base64 and from digits", arguments: privateKeys)
    func privateKey(curve: SigningCurve, text: String, publicKey: String) throws {
        #expect(try #require(SigningPrivateKey(curve, text: text)).publicKey == publicKey)
        #expect(SigningPrivateKey(curve, text: publicKey) == nil)
    }
}

private let seal = "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
private let ledger =
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEYP7UuiVanTHJYet0xjVtaMBJuJI7Yfps5mliLmDyn7Z5A/4QCLi8maQa6elWKLxk8vGyDC1+n1F3o8KU1EYimQ=="
private let privateKeys: [(SigningCurve, String, String)] = [
    (.ed25519, "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", seal),
    (
        .ed25519,
        "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n",
        seal
    ),
    (.p256, "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721", ledger),
    (
        .p256,
        """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgya+p2EW6dRZrXCFX
        Z7HWk05Qw9s26JsSe4piKxIPZyGhRANCAARg/tS6JVqdMclh63TGNW1owEm4kjth
        +mzmaWIuYPKftnkD/hAIuLyZpBrp6VYovGTy8bIMLX6fUXejwpTURiKZ
        -----END PRIVATE KEY-----
        """,
        ledger
    ),
]
