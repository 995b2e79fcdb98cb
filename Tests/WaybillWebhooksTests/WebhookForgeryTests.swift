import HTTPTypes
import TestSupport
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillSigning
@_spi(Generated) @testable import WaybillWebhooks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct WebhookForgeryTests {
    /// 1 KiB of JSON.
    private let body = Array(#"{"id":"evt_1","note":"\#(String(repeating: "x", count: 1_000))"}"#.utf8)

    @Test("W01 What is signed right is accepted, and comes back as it was", arguments: WebhookSample.all)
    func valid(_ sample: WebhookSample) throws {
        let verifier = try sample.verifier()
        let headers = try sample.headers(sample.signature(body))
        let payload = try verifier.verify(body: body, headers: headers)
        #expect(payload.body == body)
        #expect(try payload.signature == sample.signature(body))
        #expect(payload.matchedSecret == 0)
        #expect((payload.timestamp?.timeIntervalSince1970 == 1_750_000_000) == (sample.scheme.timestamp != nil))
        #expect(payload.id == (sample.scheme.id == nil ? nil : "msg_1"))
        #expect(verifier.verdict(body, verifier.sign(body: body)) == "accepted")
        #expect(try verifier.verify(body: body[...], headers: headers).body == body)
    }

    @Test(
        "W02 Every flipped bit of a body of 1 KiB is refused: 24,576 forgeries, none accepted",
        arguments: [WebhookSample.connectly, .simpu, .standard]
    )
    func flippedBody(_ sample: WebhookSample) throws {
        #expect(body.count == 1_024)
        let verifier = try sample.verifier()
        let headers = try sample.headers(sample.signature(body))
        var (forged, refused) = (body, 0)
        for bit in 0..<body.count * 8 {
            forged[bit / 8] ^= 1 << (bit % 8)
            refused += verifier.verdict(forged, headers) == "refused" ? 1 : 0
            forged[bit / 8] ^= 1 << (bit % 8)
        }
        Figure.tell(
            "no forged webhook is accepted: flipped bits of a body, signed as \(sample.definition.name) does",
            "\(body.count * 8) forgeries, \(body.count * 8 - refused) accepted"
        )
        #expect(refused == 8_192)
        #expect(verifier.verdict(forged, headers) == "accepted")
    }

    @Test("W03 Every flipped bit of a signature is refused", arguments: WebhookSample.all)
    func flippedSignature(_ sample: WebhookSample) throws {
        let verifier = try sample.verifier()
        let text = try sample.signature(body)
        let code = try #require(SignatureText.bytes(text.utf8, sample.scheme.encoding))
        let refused = (0..<code.count * 8).count { bit in
            var forged = code
            forged[bit / 8] ^= 1 << (bit % 8)
            let headers = sample.headers(SignatureText.text(forged, sample.scheme.encoding))
            return verifier.verdict(body, headers) == "refused"
        }
        #expect(refused == code.count * 8)
        #expect(code.count == (sample.scheme.algorithm == .sha256 ? 32 : 64))
    }

    @Test("W03 Every other character at every place of a signature is refused", arguments: WebhookSample.all)
    func otherCharacters(_ sample: WebhookSample) throws {
        let verifier = try sample.verifier()
        let text = try Array(sample.signature(body).utf8)
        var accepted: [String] = []
        for place in text.indices {
            for character in UInt8(0x21)...0x7E where character != text[place] {
                var forged = text
                forged[place] = character
                let headers = sample.headers(String(decoding: forged, as: UTF8.self))
                if verifier.verdict(body, headers) != "refused" {
                    accepted.append(String(decoding: forged, as: UTF8.self))
                }
            }
        }
        #expect(accepted.isEmpty)
    }

    @Test("W04 W05 A signature that is cut, or has anything added, is refused", arguments: WebhookSample.all)
    func otherLengths(_ sample: WebhookSample) throws {
        let verifier = try sample.verifier()
        let text = try sample.signature(body)
        for length in 0..<text.count {
            #expect(verifier.verdict(body, sample.headers(String(text.prefix(length)))) == "refused")
            #expect(verifier.verdict(body, sample.headers(String(text.dropFirst(length + 1)))) == "refused")
        }
        for extra in ["0", "00", "A", "AAAA", "=", "====", "!", text, String(repeating: "0", count: 10_000)] {
            #expect(verifier.verdict(body, sample.headers(text + extra)) == "refused")
            #expect(verifier.verdict(body, sample.headers(extra + text)) == "refused")
        }
        let code = try #require(SignatureText.bytes(text.utf8, sample.scheme.encoding))
        for other in [code + [0], code + code, Array(code.dropLast()), Array(code.prefix(16)), []] {
            let headers = sample.headers(SignatureText.text(other, sample.scheme.encoding))
            #expect(verifier.verdict(body, headers) == "refused")
        }
    }

    @Test("W40 Twenty thousand requests of random parts: none accepted, none ends the process")
    func random() throws {
        var generator = SplitMix64(seed: 7)
        let alphabet = Array("v1=t, 0123456789abcdefABC+/\"\\é\u{0}\r\n\t".unicodeScalars)
        var accepted = 0
        for sample in WebhookSample.all {
            let verifier = try sample.verifier()
            accepted += (0..<4_000).count { _ in
                var parts = (0..<3).map { _ in
                    String(
                        String.UnicodeScalarView(
                            (0..<Int.random(in: 0...90, using: &generator)).map { _ in
                                alphabet.randomElement(using: &generator) ?? "0"
                            }
                        )
                    )
                }
                if Bool.random(using: &generator) { parts[1] = "1750000000" }
                let body = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                    UInt8.random(in: 0...255, using: &generator)
                }
                let isWhole = Bool.random(using: &generator)
                let headers =
                    isWhole
                    ? sample.headers(field: parts[0], timestamp: parts[1], id: parts[2])
                    : sample.headers(parts[0], timestamp: parts[1], id: parts[2])
                return verifier.verdict(body, headers) != "refused"
            }
        }
        Figure.tell("no forged webhook is accepted: random requests", "20000 forgeries, \(accepted) accepted")
        #expect(accepted == 0)
    }

    @Test("W38 A comparison takes no longer where the difference comes late (a coarse check)")
    func timing() {
        let hash = KeyedHash(.sha256, key: [1])
        let code = hash.code([[2]])
        var (early, late) = (code, code)
        early[0] ^= 1
        late[31] ^= 1
        var times: [[Double]] = [[], []]
        for round in 0..<400 {
            let forged = round.isMultiple(of: 2) ? early : late
            let candidates = Array(repeating: forged, count: 100)
            times[round % 2].append(
                ProcessorTime.measure { #expect(hash.firstMatch(among: candidates, signing: [[2]]) == nil) }
            )
        }
        let medians = times.map { $0.sorted()[$0.count / 2] }
        #expect(medians[0] / medians[1] > 0.5 && medians[0] / medians[1] < 2)
    }
}
