import HTTPTypes
import Simpu
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Decimal
#else
import struct Foundation.Decimal
#endif

/// Whom the webhook believes.
@Suite struct SimpuWebhookTests {
    private let body = Array(SimpuEvents.event("AIRTIME_SUCCESS").utf8)

    private func isRefused(_ body: [UInt8], _ fields: HTTPFields) throws -> Bool {
        let webhook = try SimpuEvents.webhook()
        do {
            _ = try webhook.receive(body: body, headers: fields)
            return false
        } catch {
            #expect(error == .refused)
            return true
        }
    }

    private func fields(_ signatures: String...) -> HTTPFields {
        signatures.reduce(into: HTTPFields()) { fields, signature in
            for field in HTTPFields.pairs([SimpuEvents.header: signature]) { fields.append(field) }
        }
    }

    @Test("W01 a genuine event holds, and the same signature is made; its id is the event's own")
    func genuine() throws {
        let body =
            #"{"data":{"object":{"amount":"12.0","object":"airtime","network":"GLO","recipient":"2349055019322","status":"success","created_datetime":"2024-09-23T20:19:59.873639"}},"id":"evt.airtime_0004","object":"event","type":"AIRTIME_SUCCESS","timestamp":"Sep 23, 2024, 8:20:01 PM"}"#
        let signature = "Jvim7byIz3AOZtuzY61ufY6kplEJHWBLBFdaKXRV9K9wbDkFjm1PZ0CiJZUs85H6++8A23AU98w23DsRyDJgzg=="
        let webhook = try SimpuEvents.webhook()
        #expect(webhook.sign(body: body.utf8) == fields(signature))
        let delivery = try webhook.receive(body: body.utf8, headers: fields(signature))
        #expect(delivery.id == "evt.airtime_0004")
        #expect(delivery.payload.signature == signature)
        guard case .airtimeSuccess(let airtime) = delivery.event else { throw Unexpected(delivery.event) }
        #expect(airtime.amount == 12)
    }

    @Test("contradiction 1: the raw bytes are signed; the same JSON written anew is refused, each way")
    func rawBytes() throws {
        let raw = Array(
            "{ \"id\" : \"evt.airtime_0005\", \"amount\": 12.0, \"link\":\"https:\\/\\/a.example\\/x\", \"name\":\"Ren\\u00e9\" }\n"
                .utf8
        )
        let anew = Array(
            "{\"id\":\"evt.airtime_0005\",\"amount\":12,\"link\":\"https://a.example/x\",\"name\":\"René\"}".utf8
        )
        let ofRaw = "qTlRyXxUENi6kNgWdFIJGFHVuJYdWfppIRzOeE50alaFV52UfR/yTWJNEI0gPPNPx5LTdNGTvjXl4J9Zr28Apw=="
        let ofAnew = "NXH/RguvUqpml+kZZHLj7jGesl/fG3eGF48pTMLS/bSUPJeQ/oasPMiX7XVnyuDGM/3kBwXjXOfjsQSkei6A5g=="
        let webhook = try SimpuEvents.webhook()
        #expect(try webhook.receive(body: raw, headers: fields(ofRaw)).id == "evt.airtime_0005")
        #expect(try webhook.receive(body: anew, headers: fields(ofAnew)).id == "evt.airtime_0005")
        #expect(try isRefused(anew, fields(ofRaw)))
        #expect(try isRefused(raw, fields(ofAnew)))
    }

    @Test("W02 any other bytes are refused: a bit, a newline, a mark, none at all")
    func tampered() throws {
        let signed = try SimpuEvents.webhook().sign(body: body)
        for index in body.indices {
            for bit in 0..<8 {
                var other = body
                other[index] ^= 1 << UInt8(bit)
                #expect(try isRefused(other, signed))
            }
        }
        for other in [body + [10], [0xEF, 0xBB, 0xBF] + body, [], body + body] { #expect(try isRefused(other, signed)) }
    }

    @Test("W04-W08 W39 any other signature is refused, and all refusals are one")
    func forged() throws {
        let code = try #require(try SimpuEvents.webhook().sign(body: body).first?.value)
        let others = [
            "", " ", "null", "\(code)=", "\(code)A", "sha512=\(code)", "\(code),\(code)", "\(code) \(code)",
            code.replacing("=", with: ""), String(repeating: "A", count: 86) + "==", code.lowercased(),
            String(repeating: "A", count: 43) + "=", String(repeating: "0", count: 128),
            code.replacing("+", with: "-").replacing("/", with: "_") + "-",
        ]
        for other in others { #expect(try isRefused(body, fields(other)), "\(other)") }
        for length in 0..<code.utf8.count { #expect(try isRefused(body, fields(String(code.prefix(length))))) }
        #expect(try isRefused(body, HTTPFields()))
        #expect(try isRefused(body, fields(code, code)))
        #expect(try isRefused(body, .pairs(["x-simpu-signature": code])))
        #expect(try isRefused(body, try SimpuEvents.webhook("another").sign(body: body)))
    }

    @Test("the header's name in any case, in pairs, blanks around the value")
    func pairs() throws {
        let webhook = try SimpuEvents.webhook()
        let code = try #require(webhook.sign(body: body).first?.value)
        for name in ["x-simpu-webhook-signature", "X-Simpu-Webhook-Signature", "X-SIMPU-WEBHOOK-SIGNATURE"] {
            let pairs = [(name: "Content-Type", value: "application/json"), (name: name, value: " \(code) ")]
            #expect(try webhook.receive(body: body, headers: pairs).id == "evt.airtime_1")
        }
    }

    @Test("W10 bytes that are no UTF-8, W11 no bytes, half of a document: signed, and delivered with the reason")
    func unreadable() throws {
        let webhook = try SimpuEvents.webhook()
        for (bytes, reason) in [
            ([0x7B, 0x22, 0xFF, 0x22, 0x7D], "a string that is not UTF-8"), ([], "the document ends too early"),
            (Array("{".utf8), "the document ends too early"), (Array("{} {}".utf8), "something follows the document"),
        ] as [([UInt8], String)] {
            let delivery = try webhook.receive(body: bytes, headers: webhook.sign(body: bytes))
            guard case .unrecognized(let event) = delivery.event else { throw Unexpected(delivery.event) }
            #expect(event == UnrecognizedEvent(type: nil, json: nil, reason: UnreadMember(path: "", reason: reason)))
            #expect(delivery.payload.body == bytes)
        }
    }

    @Test("W12 a body above 1 MiB is refused before it is hashed")
    func tooLarge() throws {
        let webhook = try SimpuEvents.webhook()
        let large = [UInt8](repeating: 0x20, count: 1_048_577)
        #expect(throws: WebhookError.tooLarge(limit: 1_048_576)) {
            try webhook.receive(body: large, headers: webhook.sign(body: large))
        }
    }

    @Test("W14 rotation: any of the secrets, the result says which; a removed one is refused")
    func rotation() throws {
        let rotating = try SimpuEvents.webhook("new", "old", "clé-secrète-λ")
        for (index, secret) in ["new", "old", "clé-secrète-λ"].enumerated() {
            let signed = try SimpuEvents.webhook(secret).sign(body: body)
            #expect(try rotating.receive(body: body, headers: signed).matchedSecret == index)
        }
        let old = try SimpuEvents.webhook("old").sign(body: body)
        #expect(throws: WebhookError.refused) { try SimpuEvents.webhook("new").receive(body: body, headers: old) }
        #expect(throws: ConfigurationError.self) { try SimpuWebhook(secrets: []) }
        #expect(throws: ConfigurationError.self) { try SimpuWebhook(secrets: [""]) }
    }

    @Test("oddity 6 and contradiction 3: 200, 201 and 202 acknowledge, 204 does not; 401 refuses")
    func statuses() {
        let acknowledgement = SimpuWebhook.acknowledgement
        #expect([200, 201, 202, 203, 204, 302, 400, 500].filter(acknowledgement.isAcknowledged) == [200, 201, 202])
        #expect(acknowledgement.isAcknowledged(by: acknowledgement.status))
        #expect(acknowledgement.status(for: .refused) == 401)
    }
}
