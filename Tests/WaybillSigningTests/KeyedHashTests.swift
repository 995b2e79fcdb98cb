import HTTPTypes
import Testing
import WaybillRuntime

@_spi(Generated) @testable import WaybillSigning
@_spi(Generated) @testable import WaybillWebhooks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct KeyedHashTests {
    struct Case: Sendable {
        let key: String
        let message: String
        let sha256: String
        let sha512: String
    }

    /// RFC 4231, section 4; the results of case 5 are cut to 128 bits there.
    static let cases = [
        Case(
            key: String(repeating: "0b", count: 20),
            message: "4869205468657265",
            sha256: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
            sha512: """
                87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde
                daa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854
                """
        ),
        Case(
            key: "4a656665",
            message: "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
            sha256: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            sha512: """
                164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554
                9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737
                """
        ),
        Case(
            key: String(repeating: "aa", count: 20),
            message: String(repeating: "dd", count: 50),
            sha256: "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
            sha512: """
                fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39
                bf3e848279a722c806b485a47e67c807b946a337bee8942674278859e13292fb
                """
        ),
        Case(
            key: "0102030405060708090a0b0c0d0e0f10111213141516171819",
            message: String(repeating: "cd", count: 50),
            sha256: "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
            sha512: """
                b0ba465637458c6990e5a8c5f61d4af7e576d97ff94b872de76f8050361ee3db
                a91ca5c11aa25eb4d679275cc5788063a5f19741120c4f2de2adebeb10a298dd
                """
        ),
        Case(
            key: String(repeating: "0c", count: 20),
            message: "546573742057697468205472756e636174696f6e",
            sha256: "a3b6167473100ee06e0c796c2955552b",
            sha512: "415fad6271580a531d4179bc891d87a6"
        ),
        Case(
            key: String(repeating: "aa", count: 131),
            message: """
                54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a
                65204b6579202d2048617368204b6579204669727374
                """,
            sha256: "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
            sha512: """
                80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352
                6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598
                """
        ),
        Case(
            key: String(repeating: "aa", count: 131),
            message: """
                5468697320697320612074657374207573696e672061206c6172676572207468
                616e20626c6f636b2d73697a65206b657920616e642061206c61726765722074
                68616e20626c6f636b2d73697a6520646174612e20546865206b6579206e6565
                647320746f20626520686173686564206265666f7265206265696e6720757365
                642062792074686520484d414320616c676f726974686d2e
                """,
            sha256: "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
            sha512: """
                e37b6a775dc87dbaa4dfa9f96e5e3ffddebd71f8867289865df5a32d20cdc944
                b6022cac3c4982b10d5eeb55c3e4de15134676fb6de0446065c97440fa8c6a58
                """
        ),
    ]

    @Test("V02 RFC 4231, cases 1 to 7, both hashes", arguments: 1...7)
    func published(number: Int) {
        let vector = Self.cases[number - 1]
        for (algorithm, expected) in [(SignatureRecipe.Algorithm.sha256, vector.sha256), (.sha512, vector.sha512)] {
            let hash = KeyedHash(algorithm, key: bytes(hex: vector.key))
            let expected = bytes(hex: expected)
            let message = bytes(hex: vector.message)
            #expect(Array(hash.code([message]).prefix(expected.count)) == expected)
            #expect(Array(hash.code(message.map { [$0] }).prefix(expected.count)) == expected)
        }
    }

    @Test("A code matches itself and nothing shorter, longer or empty; the state is not used up")
    func matching() {
        let hash = KeyedHash(.sha512, key: [1, 2, 3])
        let code = hash.code([[4], [5, 6]])
        for _ in 0..<3 {
            #expect(
                hash.firstMatch(among: [[], [0], code + [0], Array(code.dropLast()), code], signing: [[4, 5, 6]]) == 4
            )
        }
        #expect(hash.firstMatch(among: [], signing: [[4, 5, 6]]) == nil)
        #expect(hash.firstMatch(among: [code], signing: [[4, 5]]) == nil)
    }

    @Test("V03 W15 Wycheproof's vectors, its changed and cut tags among them", .enabled(if: Wycheproof.isThere))
    func wycheproof() throws {
        for (algorithm, name) in [(WebhookSignatureAlgorithm.sha256, "hmac_sha256"), (.sha512, "hmac_sha512")] {
            let vectors = try Wycheproof.vectors(name)
            #expect(vectors.count == 174)
            for vector in vectors { try check(vector, algorithm) }
        }
    }

    private func check(_ vector: Wycheproof.Vector, _ algorithm: WebhookSignatureAlgorithm) throws {
        let hash = KeyedHash(try #require(algorithm.hash), key: vector.key)
        let code = hash.code([vector.message])
        let isTagRight = Array(code.prefix(vector.tag.count)) == vector.tag
        #expect(isTagRight == vector.isValid, "\(vector.id)")
        // A tag that was cut short never verifies, however right its bytes are.
        let isAccepted = hash.firstMatch(among: [vector.tag], signing: [vector.message]) != nil
        #expect(isAccepted == (vector.isValid && vector.tag.count == code.count), "\(vector.id)")
        let scheme = WebhookSignatureScheme(
            algorithm: algorithm,
            encoding: .base64,
            header: "signature",
            secret: WebhookSecretFormat(encoding: .base64)
        )
        let verifier = try WebhookVerifier(
            definition: WebhookDefinition(name: "wycheproof", scheme: scheme),
            secrets: [Data(vector.key).base64EncodedString()]
        )
        let field = try #require(HTTPField.Name("signature"))
        let headers: HTTPFields = [field: Data(vector.tag).base64EncodedString()]
        #expect(((try? verifier.verify(body: vector.message, headers: headers)) != nil) == isAccepted, "\(vector.id)")
    }
}
