import HTTPTypes
import Testing

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillSigning
@_spi(Generated) @testable import WaybillWebhooks

@Suite struct WebhookAlgorithmTests {
    @Test("Published requests are accepted as they are", arguments: SignedSample.all)
    func published(_ sample: SignedSample) throws {
        let payload = try sample.verifier().verify(body: sample.body, headers: sample.headers())
        #expect(payload.body == sample.body)
        #expect(payload.signature == sample.signature)
        #expect(payload.matchedSecret == 0)
    }

    @Test("Every flipped bit of a body or of a signature is refused", arguments: SignedSample.all)
    func flipped(_ sample: SignedSample) throws {
        let verifier = try sample.verifier()
        var accepted = 0
        for bit in 0..<sample.body.count * 8 {
            var forged = sample.body
            forged[bit / 8] ^= 1 << (bit % 8)
            // Of a form another spelling of the same escape says the same.
            let isSame = sample.form == .form && WebhookForm(forged)?.signed == WebhookForm(sample.body)?.signed
            if !isSame, verifier.verdict(forged, sample.headers()) != "refused" { accepted += 1 }
        }
        let code = try #require(SignatureText.bytes(sample.signature.utf8, sample.scheme.encoding))
        for bit in 0..<code.count * 8 {
            var forged = code
            forged[bit / 8] ^= 1 << (bit % 8)
            let text = SignatureText.text(forged, sample.scheme.encoding)
            if verifier.verdict(sample.body, sample.headers(text)) != "refused" { accepted += 1 }
        }
        #expect(accepted == 0)
    }

    @Test("The signature of any other algorithm is refused", arguments: SignedSample.all)
    func otherAlgorithm(_ sample: SignedSample) throws {
        let verifier = try sample.verifier()
        for algorithm in WebhookSignatureAlgorithm.allCases where algorithm != sample.scheme.algorithm {
            let other = WebhookSignatureScheme(
                algorithm: algorithm,
                encoding: sample.scheme.encoding,
                signs: sample.scheme.signs,
                header: "X-Signature"
            )
            // Whoever forges knows the public key, and has a private one of another curve.
            for key in sample.publicKeys + sample.secrets + [other.exampleKey].compactMap(\.self) {
                let forged = other.signature(
                    secret: key,
                    body: sample.body,
                    timestamp: sample.timestamp.map { String($0) },
                    url: sample.url
                )
                guard let forged else { continue }
                #expect(verifier.verdict(sample.body, sample.headers(forged)) == "refused")
            }
        }
    }

    @Test("A code under HMAC whose key is the public key, in any of its spellings, is refused")
    func confusion() throws {
        for sample in [SignedSample.mail, .seal] {
            let verifier = try sample.verifier()
            let key = sample.publicKeys[0]
            let spellings = [Array(key.utf8)] + KeyText.readings(key, label: "PUBLIC KEY")
            for spelling in spellings {
                for algorithm in SignatureRecipe.Algorithm.allCases {
                    let message = [Array(String(sample.timestamp ?? 0).utf8), sample.body]
                    let code = KeyedHash(algorithm, key: spelling).code(message)
                    let text = SignatureText.text(code, sample.scheme.encoding)
                    #expect(verifier.verdict(sample.body, sample.headers(text)) == "refused")
                }
            }
        }
    }

    @Test("A timestamp that was not signed is refused, also where a digit of it would pass for one of the body")
    func timestamps() throws {
        for sample in [SignedSample.mail, .seal] {
            let verifier = try sample.verifier()
            let time = try #require(sample.timestamp)
            #expect(verifier.verdict(sample.body, sample.headers(timestamp: String(time + 1))) == "refused")
            #expect(verifier.verdict(sample.body, sample.headers(timestamp: "0\(time)")) == "refused")
            let digit = UInt8(ascii: "0") + UInt8(time % 10)
            #expect(verifier.verdict([digit] + sample.body, sample.headers(timestamp: String(time / 10))) == "refused")
        }
    }

    @Test("A request with more signatures than are ever needed is refused before they are checked")
    func manySignatures() throws {
        let scheme = WebhookSignatureScheme(
            algorithm: .ed25519,
            encoding: .hex,
            header: "X-Signature",
            separator: .space
        )
        let definition = WebhookDefinition(name: "sample", scheme: scheme)
        let verifier = try WebhookVerifier(definition: definition, publicKeys: SignedSample.seal.publicKeys)
        let key = try #require(scheme.exampleKey)
        let right = try #require(scheme.signature(secret: key, body: [1]))
        let wrong = String(repeating: "00", count: 64)
        let name = try #require(HTTPField.Name("X-Signature"))
        for count in 0..<8 {
            let field = (Array(repeating: wrong, count: count) + [right]).joined(separator: " ")
            #expect(
                verifier.verdict([1], [name: field]) == (count < WebhookKey.mostSignatures ? "accepted" : "refused")
            )
        }
    }

    @Test("What the service signs with a private key, the receiver takes", arguments: [SignedSample.mail, .seal])
    func signing(_ sample: SignedSample) throws {
        let key = try #require(sample.scheme.exampleKey)
        var receiving = sample
        receiving.publicKeys = [try #require(sample.scheme.publicKey(of: key))]
        let verifier = try receiving.verifier()
        let headers = verifier.sign(body: sample.body, privateKey: key)
        #expect(verifier.verdict(sample.body, headers) == "accepted")
        // Only the seal's own key is one of those that everybody may know.
        let isKnown = sample.name == SignedSample.seal.name
        #expect(try sample.verifier().verdict(sample.body, headers) == (isKnown ? "accepted" : "refused"))
        #expect(verifier.sign(body: sample.body).isEmpty)
        #expect(verifier.sign(body: sample.body, privateKey: "no key").isEmpty)
    }

    @Test("An example in HMAC-SHA1 is signed as its service says")
    func signed() throws {
        let sample = SignedSample.call
        let name = try #require(HTTPField.Name("X-Signature"))
        #expect(try sample.verifier().sign(body: sample.body)[name] == sample.signature)
    }

    @Test("A secret in hexadecimal digits, in either case (RFC 4231, test case 2)")
    func hexSecret() throws {
        for secret in ["4a656665", "4A656665"] {
            let scheme = WebhookSignatureScheme(
                algorithm: .sha256,
                encoding: .hex,
                header: "X-Signature",
                secret: WebhookSecretFormat(encoding: .hex)
            )
            let code = scheme.signature(secret: secret, body: Array("what do ya want for nothing?".utf8))
            #expect(code == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        }
        for fault in ["4a6", "zz", "4a 65"] {
            #expect(
                WebhookSecretFormat(encoding: .hex).fault(in: fault) == "is not in the form that the service gives it"
            )
        }
    }
}
