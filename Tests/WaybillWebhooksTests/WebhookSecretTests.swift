import HTTPTypes
import Testing

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillSigning
@_spi(Generated) @testable import WaybillWebhooks

@Suite struct WebhookSecretTests {
    private let body = Array(#"{"id":"evt_1"}"#.utf8)

    private func secret(_ number: Int, _ sample: WebhookSample) -> String {
        sample.scheme.secret.encoding == .utf8 ? "secret \(number)" : "whsec_AAA\(number)"
    }

    @Test("W14 Any of several secrets, in any order; the result tells which", arguments: WebhookSample.all)
    func rotation(_ base: WebhookSample) throws {
        for count in 1...5 {
            var receiving = base
            receiving.secrets = (0..<count).map { secret($0, base) }
            let verifier = try receiving.verifier()
            for number in 0..<6 {
                var sending = base
                sending.secrets = [secret(number, base)]
                let headers = try sending.headers(sending.signature(body))
                if number < count {
                    #expect(try verifier.verify(body: body, headers: headers).matchedSecret == number)
                } else {
                    #expect(verifier.verdict(body, headers) == "refused")
                }
            }
        }
    }

    @Test(
        "W14 No secret, an empty one or more than five are refused when the webhook is made",
        arguments: WebhookSample.all
    )
    func unusable(_ base: WebhookSample) {
        let right = base.secrets[0]
        for secrets in [[], [""], [right, ""], Array(repeating: right, count: 6)] {
            var sample = base
            sample.secrets = secrets
            #expect(throws: ConfigurationError.self) { try sample.verifier() }
        }
    }

    @Test("V06 A secret is taken as it is: not trimmed, not decoded, no prefix cut off")
    func verbatim() throws {
        for (left, right) in [
            ("s", "s "), ("s", " s"), ("s", "s\n"), ("whsec_s", "s"), ("AAAA", "\0\0\0"), ("é", "e\u{301}"),
        ] {
            var (one, other) = (WebhookSample.connectly, WebhookSample.connectly)
            one.secrets = [left]
            other.secrets = [right]
            #expect(try one.signature(body) != other.signature(body))
            #expect(try one.verifier().verdict(body, other.headers(other.signature(body))) == "refused")
        }
    }

    @Test("Secrets in Base64: strictly, with the prefix or without; an error shows nothing of them")
    func base64() throws {
        var sample = WebhookSample.standard
        for secret in [
            "whsec_", "whsec_AAA", "whsec_AAA-", "whsec_AAAA\n", "WHSEC_AAAA", "whsec_whsec_AAAA", "=", "s3cret",
        ] {
            sample.secrets = [secret]
            let error = #expect(throws: ConfigurationError.self) { try sample.verifier() }
            #expect(error?.option == "secrets[0]")
            #expect(error.map { "\($0)".contains(secret) } == false || secret == "=")
        }
        sample.secrets = ["whsec_AAAA"]
        #expect(try sample.signature(body) == WebhookSecretTests.signature(body, key: "AAAA"))
    }

    private static func signature(_ body: [UInt8], key: String) throws -> String {
        var sample = WebhookSample.standard
        sample.secrets = [key]
        return try sample.signature(body)
    }

    @Test("A scheme that contradicts itself makes no webhook")
    func contradictions() {
        let schemes = [
            WebhookSignatureScheme(algorithm: .sha256, encoding: .hex, signs: "", header: "s"),
            WebhookSignatureScheme(algorithm: .sha256, encoding: .hex, signs: "{id}", header: "s", id: "i"),
            WebhookSignatureScheme(algorithm: .sha256, encoding: .hex, signs: "{body}.{id}", header: "s", id: "i"),
            WebhookSignatureScheme(algorithm: .sha256, encoding: .hex, signs: "{body}{body}", header: "s"),
            WebhookSignatureScheme(algorithm: .sha256, encoding: .hex, signs: "{url}{body}", header: "s"),
            WebhookSignatureScheme(algorithm: .sha256, encoding: .hex, signs: "{id}.{body}", header: "s"),
            WebhookSignatureScheme(algorithm: .sha256, encoding: .hex, signs: "{timestamp}.{body}", header: "s"),
            WebhookSignatureScheme(algorithm: .sha256, encoding: .hex, header: "s", timestamp: .header("t")),
            WebhookSignatureScheme(algorithm: .sha256, encoding: .hex, header: "s", tolerance: .seconds(1)),
            WebhookSignatureScheme(algorithm: .sha256, encoding: .hex, header: "no token"),
            WebhookSignatureScheme(algorithm: .sha256, encoding: .hex, header: ""),
            WebhookSignatureScheme(algorithm: .sha256, encoding: .hex, header: "s", value: "v1="),
            WebhookSignatureScheme(algorithm: .sha256, encoding: .hex, header: "s", value: "{signature}{signature}"),
            WebhookSignatureScheme(
                algorithm: .sha256,
                encoding: .hex,
                signs: "{timestamp}.{body}",
                header: "s",
                timestamp: .inSignature("t={timestamp}")
            ),
        ]
        for scheme in schemes {
            #expect(throws: ConfigurationError.self, "\(scheme)") {
                try WebhookVerifier(definition: WebhookDefinition(name: "x", scheme: scheme), secrets: ["s"])
            }
        }
    }
}
