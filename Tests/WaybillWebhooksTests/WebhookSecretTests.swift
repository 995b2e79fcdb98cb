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
        for (left, right) in [("a b", "ab"), ("whsec_s", "s"), ("AAAA", "AAA"), ("é", "e\u{301}"), ("S", "s")] {
            var (one, other) = (WebhookSample.connectly, WebhookSample.connectly)
            one.secrets = [left]
            other.secrets = [right]
            #expect(try one.signature(body) != other.signature(body))
            #expect(try one.verifier().verdict(body, other.headers(other.signature(body))) == "refused")
        }
    }

    @Test(
        "D06 S03 A blank secret, one with white space around it, or with a control character, is refused with a hint",
        arguments: [
            ("", "must not be empty"), (" ", "must not be blank"), ("\n", "must not be blank"),
            ("\t", "must not be blank"),
            ("\0", "must not be blank"), (" \r\n\0\u{A0}", "must not be blank"),
            ("s3cret\n", "ends in a line break; was it read from a file?"),
            ("s3cret\r\n", "ends in a line break; was it read from a file?"),
            ("s3cret ", "begins or ends with white space, which is no part of a secret"),
            ("\ts3cret", "begins or ends with white space, which is no part of a secret"),
            ("\u{3000}s3cret", "begins or ends with white space, which is no part of a secret"),
            ("s3\0cret", "contains a control character"), ("s3cret\u{7F}", "contains a control character"),
        ]
    )
    func blank(secret: String, reason: String) throws {
        for base in WebhookSample.all {
            var sample = base
            sample.secrets = [base.secrets[0], secret]
            let error = #expect(throws: ConfigurationError.self) { try sample.verifier() }
            #expect(error?.option == "secrets[1]")
            #expect(error?.reason == reason)
        }
    }

    @Test("Secrets in Base64: strictly, with the prefix or without; an error shows nothing of them")
    func base64() throws {
        var sample = WebhookSample.standard
        for (secret, reason) in [
            ("whsec_", "is empty after its prefix"), ("whsec_AAA-", nil), ("whsec_AAAA\n", "ends in a line break"),
            ("WHSEC_AAAA", nil), ("whsec_whsec_AAAA", nil), ("=", nil), ("s3cret", nil), ("whsec_A", nil),
            ("whsec_AAB", nil), ("whsec_A===", nil), ("whsec_AA=A", nil),
        ] as [(String, String?)] {
            sample.secrets = [secret]
            let error = #expect(throws: ConfigurationError.self) { try sample.verifier() }
            #expect(error?.option == "secrets[0]")
            let start = reason ?? "is not in the form that the service gives it"
            #expect(error?.reason.hasPrefix(start) == true, "\(secret)")
            #expect(error.map { "\($0)".contains(secret) } == false || secret == "=")
        }
        sample.secrets = ["whsec_AAAA"]
        #expect(try sample.signature(body) == WebhookSecretTests.signature(body, key: "AAAA"))
    }

    @Test("D15 Base64 without its padding is the same secret, as in Standard Webhooks' own library")
    func unpadded() throws {
        for (padded, bare) in [("AAA=", "AAA"), ("AA==", "AA"), ("AAAA", "AAAA"), ("whsec_MfKQ9r8=", "whsec_MfKQ9r8")] {
            let signature = try Self.signature(body, key: padded)
            #expect(try signature == Self.signature(body, key: bare))
            var sample = WebhookSample.standard
            sample.secrets = [bare]
            #expect(try sample.verifier().verdict(body, sample.headers(signature)) == "accepted")
        }
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
