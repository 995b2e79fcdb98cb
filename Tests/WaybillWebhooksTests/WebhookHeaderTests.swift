import HTTPTypes
import Testing

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillSigning
@_spi(Generated) @testable import WaybillWebhooks

@Suite struct WebhookHeaderTests {
    private let body = Array(#"{"id":"evt_1"}"#.utf8)

    @Test("W06 Fields missing, empty, blank, null, given twice or joined", arguments: WebhookSample.all)
    func fields(_ sample: WebhookSample) throws {
        let verifier = try sample.verifier()
        let right = try sample.headers(sample.signature(body))
        #expect(verifier.verdict(body, HTTPFields()) == "refused")
        for field in right where isNeeded(field.name, sample) {
            var without = right
            without[field.name] = nil
            #expect(verifier.verdict(body, without) == "refused", "\(field.name)")
            for value in ["", " ", "\t", "null", "nil", "undefined", "0"] {
                var other = right
                other[field.name] = value
                #expect(verifier.verdict(body, other) == "refused", "\(field.name) \(value)")
            }
            var twice = right
            twice.append(field)
            #expect(verifier.verdict(body, twice) == "refused", "\(field.name)")
            // Where a field has several signatures, any of them may hold.
            if sample.scheme.separator != .none, field.name.canonicalName == sample.scheme.header.lowercased() {
                continue
            }
            var joined = right
            joined[field.name] = "\(field.value), \(field.value)"
            #expect(verifier.verdict(body, joined) == "refused", "\(field.name)")
        }
    }

    private func isNeeded(_ name: HTTPField.Name, _ sample: WebhookSample) -> Bool {
        let name = name.canonicalName
        if name == sample.scheme.header.lowercased() || name == sample.scheme.id { return true }
        return sample.scheme.timestamp == .header(name)
    }

    @Test(
        "W06 Two signatures where the scheme has one are refused, right as both may be",
        arguments: [WebhookSample.connectly, .simpu, .github]
    )
    func joined(_ sample: WebhookSample) throws {
        let verifier = try sample.verifier()
        let signature = try sample.signature(body)
        for separator in [",", ", ", " ", ";"] {
            let text = signature + separator + signature
            #expect(verifier.verdict(body, sample.headers(text)) == "refused")
        }
    }

    @Test("W06 The name in any case, and blanks around the value", arguments: WebhookSample.all)
    func names(_ sample: WebhookSample) throws {
        let webhook = try sample.webhook()
        for field in try sample.headers(sample.signature(body)) {
            var pairs = try sample.headers(sample.signature(body)).map { (name: $0.name.rawName, value: $0.value) }
            let index = try #require(pairs.firstIndex { $0.name == field.name.rawName })
            pairs[index] = (field.name.rawName.uppercased(), " \(field.value)\t ")
            #expect(try webhook.receive(body: body, headers: pairs).json["id"] == "evt_1")
            pairs.append((name: "not a token", value: "x"))
            #expect(try webhook.receive(body: body, headers: pairs).json["id"] == "evt_1")
        }
    }

    @Test(
        "W07 Hexadecimal digits: lower case only, an even number, right word before them",
        arguments: WebhookSample.hex
    )
    func hexadecimal(_ sample: WebhookSample) throws {
        let verifier = try sample.verifier()
        let right = try sample.signature(body)
        #expect(right.contains { $0.isLetter })
        let forged = [
            right.uppercased(), String(right.dropLast()), right + "0", "0x" + right, String(right.dropLast(2)) + "g0",
            String(right.dropLast()) + "é", right.replacing("a", with: "A"), " " + right,
            String(right.prefix(32)) + " " + String(right.suffix(32)),
        ]
        for text in forged where text != right {
            #expect(verifier.verdict(body, sample.headers(text)) == "refused", "\(text)")
        }
        for prefix in ["", "SHA256=", "Sha256=", "sha1=", "sha512=", "sha256:", "sha256= ", "sha256==", "v1=="] {
            let headers = sample.headers(
                field: sample.scheme.separator == .none ? prefix + right : "t=1750000000," + prefix + right
            )
            #expect(verifier.verdict(body, headers) == "refused", "\(prefix)")
        }
    }

    @Test("W08 Base64: one spelling of each signature", arguments: WebhookSample.base64)
    func base64(_ sample: WebhookSample) throws {
        let verifier = try sample.verifier()
        var (body, right) = (body, "")
        // A body whose signature has both signs that the URL alphabet spells in another way.
        repeat {
            body.append(0x20)
            right = try sample.signature(body)
        } while !right.contains("+") || !right.contains("/")
        #expect(verifier.verdict(body, sample.headers(right)) == "accepted")
        let plain = right.replacing("=", with: "")
        let (start, end) = (String(right.prefix(20)), String(right.dropFirst(20)))
        let padding = String(right.dropFirst(plain.count))
        let forged: [String] = [
            plain, right.replacing("+", with: "-"), right.replacing("/", with: "_"), "\(right)=", "\(right)====",
            "\(start)\n\(end)", "\(start) \(end)", "\(start)=\(end)", "====", "=\(right)", "\(plain)%3D",
            right.replacing("+", with: " "), right.replacing("=", with: "A"), withUnusedBits(plain) + padding,
        ]
        for text in forged { #expect(verifier.verdict(body, sample.headers(text)) == "refused", "\(text)") }
    }

    /// Another text of the same bytes for a reader that overlooks the bits which the last character has too many.
    private func withUnusedBits(_ plain: String) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        let last = alphabet.firstIndex { $0 == plain.last } ?? 0
        return plain.dropLast() + String(alphabet[last ^ 1])
    }

    @Test("W08 The right code in another encoding or of another hash is refused", arguments: WebhookSample.all)
    func encodings(_ sample: WebhookSample) throws {
        let verifier = try sample.verifier()
        for algorithm in WebhookSignatureAlgorithm.allCases {
            for encoding in SignatureRecipe.Encoding.allCases {
                let scheme = WebhookSignatureScheme(
                    algorithm: algorithm,
                    encoding: encoding,
                    signs: sample.scheme.signs,
                    header: sample.scheme.header,
                    secret: sample.scheme.secret
                )
                let text = scheme.signature(secret: sample.secrets[0], body: body, timestamp: "1750000000", id: "msg_1")
                guard let text else {
                    // A secret is no private key.
                    #expect(algorithm.hasPublicKey)
                    continue
                }
                let isRight = algorithm == sample.scheme.algorithm && encoding == sample.scheme.encoding
                let verdict = verifier.verdict(body, sample.headers(text))
                #expect(verdict == (isRight ? "accepted" : "refused"))
            }
        }
    }

    @Test("Signature texts are read back as they are written, and in no other way")
    func texts() {
        for length in 0...70 {
            let code = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 41 &+ length) }
            for encoding in SignatureRecipe.Encoding.allCases {
                #expect(SignatureText.bytes(SignatureText.text(code, encoding).utf8, encoding) == code)
            }
        }
        for text in ["A", "AA", "AAA", "A===", "AA=A", "=AAA", "AB==", "AAB=", "====", "AA==AA==", "A A=", "AAA\u{E9}"]
        {
            #expect(SignatureText.bytes(text.utf8, .base64) == nil, "\(text)")
        }
        for text in ["0", "AB", "0g", "é", " 0", "0x00"] {
            #expect(SignatureText.bytes(text.utf8, .hex) == nil, "\(text)")
        }
    }

    @Test("W39 Whatever is wrong, the error is one and the same, and says nothing of what was expected")
    func oneError() throws {
        for sample in WebhookSample.all {
            let verifier = try sample.verifier()
            let right = try sample.signature(body)
            var errors: Set<WebhookError> = []
            for headers in [
                HTTPFields(), sample.headers("x"), sample.headers(right, timestamp: "1"), sample.headers(""),
            ] {
                do { _ = try verifier.verify(body: body + [0x20], headers: headers) } catch { errors.insert(error) }
            }
            #expect(errors == [.refused])
            #expect("\(WebhookError.refused)" == "the webhook was refused")
            var shown = ""
            dump(errors, to: &shown)
            dump(verifier, to: &shown)
            dump(try verifier.verify(body: body, headers: sample.headers(right)), to: &shown)
            shown += "\(verifier) \(String(reflecting: verifier))"
            #expect(!shown.contains(right) && !shown.contains(sample.secrets[0]) && !shown.contains("evt_1"))
        }
    }
}
