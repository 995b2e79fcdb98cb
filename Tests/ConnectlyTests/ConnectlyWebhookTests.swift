import Connectly
import HTTPTypes
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
#else
import struct Foundation.Date
#endif

/// Whom the webhook believes.
@Suite struct ConnectlyWebhookTests {
    private let body = Array(ConnectlyEvents.message().utf8)

    private func isRefused(_ body: [UInt8], _ fields: HTTPFields) throws -> Bool {
        let webhook = try ConnectlyEvents.webhook()
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
            for field in HTTPFields.pairs([ConnectlyEvents.header: signature]) { fields.append(field) }
        }
    }

    /// A body of the fact sheet, in Base64 where quotes would hide its bytes, and its signature.
    static let vectors = [
        (#"{"timestamp":"1639083206","message":{"text":"TEST 11"}}"#, "PqeSU0dXxWUQlbryw3xF+1DOsQlMyLGHdgQ1TTBlliE="),
        (
            #"{"timestamp":"1639083206","message":{"text":"TEST 11"}}"# + "\n",
            "ygp/ef/KJj9l55VZ/IAIqTgEyraAVh5G60k/znv3XYI="
        ),
        (
            #"{"timestamp":"1639083206","sender":{"id":"+16315555500","channelType":"whatsapp"},"recipient":{"id":"123456123","channelType":"whatsapp"},"message":{"text":"TEST 11"}}"#,
            "10c1UFDTZpbyay2ZLR98SxizAVva8pEbesr5XgnCe08="
        ),
    ]

    @Test("W01 the vendor's events hold, and the same signature is made", arguments: vectors)
    func genuine(body: String, signature: String) throws {
        let webhook = try ConnectlyEvents.webhook()
        #expect(webhook.sign(body: body.utf8) == fields(signature))
        let delivery = try webhook.receive(body: body.utf8, headers: fields(signature))
        #expect(delivery.payload.body == Array(body.utf8))
        #expect(delivery.id == signature)
        #expect(delivery.timestamp == nil)
        guard case .message(let message) = delivery.event else { throw Unexpected(delivery.event) }
        #expect(message.content.text == "TEST 11")
        #expect(message.timestamp?.timeIntervalSince1970 == 1_639_083_206)
    }

    @Test("oddity 1: JSON that is called text/plain is read, from pairs as from fields, the name in any case")
    func plainText() throws {
        let webhook = try ConnectlyEvents.webhook()
        let code = try #require(webhook.sign(body: body).first?.value)
        for name in ["x-connectly-hmac-sha256", "X-Connectly-HMAC-SHA256", "X-CONNECTLY-HMAC-SHA256"] {
            let pairs = [
                (name: "Content-Type", value: "text/plain; charset=utf-8"), (name: "Accept-Encoding", value: "gzip"),
                (name: "User-Agent", value: "go-resty/2.6.0"), (name: name, value: code),
            ]
            #expect(try webhook.receive(body: body, headers: pairs).id == code)
        }
    }

    @Test("W02 W09 any other bytes are refused: a bit, a newline, a blank, written anew")
    func tampered() throws {
        let signed = try ConnectlyEvents.webhook().sign(body: body)
        for index in body.indices {
            for bit in 0..<8 {
                var other = body
                other[index] ^= 1 << UInt8(bit)
                #expect(try isRefused(other, signed))
            }
        }
        #expect(try isRefused(body + [10], signed))
        #expect(try isRefused([0xEF, 0xBB, 0xBF] + body, signed))
        #expect(try isRefused([], signed))
        let json = try JSONValue(parsing: "{ \"message\" : {\"text\":\"caf\\u00e9\"} }")
        let raw = Array("{ \"message\" : {\"text\":\"caf\\u00e9\"} }".utf8)
        #expect(try isRefused(json.serialized(), try ConnectlyEvents.webhook().sign(body: raw)))
    }

    @Test("W04-W08 W39 any other signature is refused, and all refusals are one")
    func forged() throws {
        let webhook = try ConnectlyEvents.webhook()
        let code = try #require(webhook.sign(body: body).first?.value)
        let others = [
            "", " ", "null", "\(code.dropLast())", "\(code)=", "\(code)A", "sha256=\(code)", "\(code),\(code)",
            "\(code) \(code)", code.replacing("=", with: ""), String(repeating: "A", count: 43) + "=",
            String(repeating: "A", count: 86) + "==", String(repeating: "0", count: 64), code.lowercased(),
            code.replacing("+", with: "-").replacing("/", with: "_") + "-",
        ]
        for other in others { #expect(try isRefused(body, fields(other)), "\(other)") }
        for length in 0..<code.utf8.count { #expect(try isRefused(body, fields(String(code.prefix(length))))) }
        #expect(try isRefused(body, HTTPFields()))
        #expect(try isRefused(body, fields(code, code)))
        #expect(try isRefused(body, .pairs(["x-connectly-signature": code])))
        #expect(try isRefused(body, try ConnectlyEvents.webhook("another").sign(body: body)))
    }

    @Test("W10 bytes that are no UTF-8, W11 no bytes, and JSON that is no event: signed, and delivered with the reason")
    func unreadable() throws {
        let webhook = try ConnectlyEvents.webhook()
        for (bytes, json) in [
            ([0x7B, 0x22, 0xFF, 0x22, 0x7D], nil), ([], nil), (Array("{".utf8), nil), (Array("7".utf8), 7),
            (Array("[]".utf8), []), (Array("null".utf8), .null),
        ] as [([UInt8], JSONValue?)] {
            let delivery = try webhook.receive(body: bytes, headers: webhook.sign(body: bytes))
            guard case .unrecognized(let event) = delivery.event else { throw Unexpected(delivery.event) }
            #expect(event.type == nil && event.json == json && event.reason != nil)
            #expect(delivery.payload.body == bytes)
        }
    }

    @Test("W12 a body above 1 MiB is refused before it is hashed, also with a right signature")
    func tooLarge() throws {
        let webhook = try ConnectlyEvents.webhook()
        let large = [UInt8](repeating: 0x20, count: 1_048_577)
        let error = try #require(throws: WebhookError.self) {
            try webhook.receive(body: large, headers: webhook.sign(body: large))
        }
        #expect(error == .tooLarge(limit: 1_048_576))
        #expect(ConnectlyWebhook.acknowledgement.status(for: error) == 413)
    }

    @Test("W14 rotation: either secret, the result says which; a removed one is refused")
    func rotation() throws {
        let rotating = try ConnectlyEvents.webhook("new", "old")
        for (index, secret) in ["new", "old"].enumerated() {
            let signed = try ConnectlyEvents.webhook(secret).sign(body: body)
            #expect(try rotating.receive(body: body, headers: signed).matchedSecret == index)
        }
        let old = try ConnectlyEvents.webhook("old").sign(body: body)
        #expect(throws: WebhookError.refused) { try ConnectlyEvents.webhook("new").receive(body: body, headers: old) }
        #expect(throws: ConfigurationError.self) { try ConnectlyWebhook(secrets: []) }
        #expect(throws: ConfigurationError.self) { try ConnectlyWebhook(secrets: ["a", ""]) }
        #expect(throws: ConfigurationError.self) { try ConnectlyWebhook(secrets: Array(repeating: "a", count: 6)) }
    }

    @Test("a secret is used as its UTF-8 bytes, whatever they are")
    func secrets() throws {
        let body = #"{"timestamp":"1639083206","message":{"text":"TEST 11"}}"#
        let cases = [
            ("ключ-секрет", "jGbTHNoD2R+gs5GbzquqAjf65VpkVwP6BaGmvj+DTXw="),
            (String(repeating: "k", count: 100), "SPLoEL8tjQIsuXmmWbsC8O0Tp8TyEtIXWafsDm+k4dI="),
        ]
        for (secret, signature) in cases {
            let webhook = try ConnectlyEvents.webhook(secret)
            #expect(try webhook.receive(body: body.utf8, headers: fields(signature)).id == signature)
        }
    }

    @Test("oddity 14 and contradictions 15, 20: exactly 200 acknowledges, 403 refuses")
    func statuses() {
        let acknowledgement = ConnectlyWebhook.acknowledgement
        #expect(acknowledgement.status == 200)
        #expect([200, 201, 202, 204, 302, 400, 500].filter(acknowledgement.isAcknowledged) == [200])
        #expect(acknowledgement.status(for: .refused) == 403)
    }
}
