import TestSupport
import Testing
import Walinko
import WaybillTesting

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
#else
import struct Foundation.Date
#endif

/// What `send` puts on the wire, and what it makes of the answer.
///
/// Of the official suites' list `variables: 7 -> "7"` and `nil -> ""` mean nothing here: the type takes strings alone.
@Suite struct WalinkoSendTests {
    static let example = """
        {"status":"sent","tracking_id":"tx_767fd2faca0f4037b2a2bbcb91e5735f","device_id":1,"template_id":12,\
        "variant_index":0,"phone":"+8801617738431","sent_at":"2026-05-01T03:38:07.165Z",\
        "wa_message_id":"3EB0AF365B33081793622A"}
        """

    @Test("POST to the exact URL; Authorization, Content-Type, Accept headers, and no others")
    func wire() async throws {
        let bench = try WalinkoBench(.sent)
        _ = try await bench.send(idempotencyKey: "order-12345-msg-1")
        let request = try #require(bench.requests.first)
        #expect(bench.requests.count == 1)
        #expect(request.verb == "POST")
        #expect(request.url == "https://api.walinko.com/api/v1/public/messages")
        let agent = try #require(request.header("User-Agent"))
        #expect(
            request.headerLines == [
                "accept: application/json",
                "authorization: Bearer walk_live_abc.def",
                "content-type: application/json",
                "idempotency-key: order-12345-msg-1",
                "user-agent: \(agent)",
            ]
        )
    }

    @Test("body has device_id, template_id, phone, async=false, variables, in exactly these bytes")
    func body() async throws {
        let bench = try WalinkoBench(.sent)
        _ = try await bench.client.messages.send(
            deviceID: 1,
            templateID: 12,
            phone: "+8801617738431",
            variables: ["name": "Kazi", "dist": "Dhaka"]
        )
        let expected =
            #"{"device_id":1,"template_id":12,"phone":"+8801617738431","variables":{"dist":"Dhaka","name":"Kazi"},"async":false}"#
        #expect(bench.requests.map(\.text) == [expected])
    }

    @Test("variant_index absent from the JSON when nil, variables too")
    func absentMembers() async throws {
        let bench = try WalinkoBench(.sent)
        _ = try await bench.send()
        let expected = #"{"device_id":1,"template_id":12,"phone":"+8801617738431","async":false}"#
        #expect(bench.requests.map(\.text) == [expected])
    }

    @Test("variant_index 0 is written, and so is the largest integer")
    func variantIndex() async throws {
        let bench = try WalinkoBench(.sent, .sent)
        _ = try await bench.client.messages.send(deviceID: 1, templateID: 2, phone: "12345678", variantIndex: 0)
        _ = try await bench.client.messages.send(deviceID: .max, templateID: 2, phone: "12345678", variantIndex: .max)
        #expect(
            bench.requests.map(\.text) == [
                #"{"device_id":1,"template_id":2,"phone":"12345678","variant_index":0,"async":false}"#,
                #"{"device_id":9223372036854775807,"template_id":2,"phone":"12345678","variant_index":9223372036854775807,"async":false}"#,
            ]
        )
    }

    @Test("variables: {} stays an object")
    func emptyVariables() async throws {
        let bench = try WalinkoBench(.sent)
        _ = try await bench.client.messages.send(deviceID: 1, templateID: 2, phone: "12345678", variables: [:])
        #expect(
            bench.requests.map(\.text)
                == [#"{"device_id":1,"template_id":2,"phone":"12345678","variables":{},"async":false}"#]
        )
    }

    @Test("variables keep every character, in the order of their names")
    func variableText() async throws {
        let bench = try WalinkoBench(.sent)
        let variables = ["z": "রহিম 🚀", "a": "say \"hi\"\\\n", "m": ""]
        _ = try await bench.client.messages.send(deviceID: 1, templateID: 2, phone: "12345678", variables: variables)
        #expect(
            bench.requests.map(\.text) == [
                #"{"device_id":1,"template_id":2,"phone":"12345678","variables":{"a":"say \"hi\"\\\n","m":"","z":"রহিম 🚀"},"async":false}"#
            ]
        )
    }

    @Test("auto key has the SDK prefix and a lower-case UUID; each call has its own (R04)")
    func madeKey() async throws {
        let bench = try WalinkoBench(
            configuration: .init(transport: StubTransport(Array(repeating: .sent, count: 200))),
            randomness: .seeded(21)
        )
        for _ in 0..<200 { _ = try await bench.send() }
        let keys = bench.requests.compactMap { $0.header("Idempotency-Key") }
        let form = /walinko-swift-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        #expect(keys.count == 200)
        #expect(Set(keys).count == 200)
        #expect(keys.allSatisfy { $0.wholeMatch(of: form) != nil })
    }

    @Test(
        "R04 caller's key is sent verbatim, not quoted",
        arguments: ["order-1", "a \"b\" ~", String(repeating: "k", count: 200)]
    )
    func ownKey(key: String) async throws {
        let bench = try WalinkoBench(.sent)
        let sent = try await bench.send(idempotencyKey: key)
        #expect(bench.requests.map { $0.header("Idempotency-Key") } == [key])
        #expect(sent.http.request.idempotencyKey == key)
    }

    @Test(
        "result: tracking id, sent predicate, parsed date, wa id, request id, replayed=false; client's last_request_id, limit 30, remaining 29"
    )
    func result() async throws {
        let bench = try WalinkoBench(
            .ok(
                Self.example,
                headers: .pairs(["X-Request-Id": "req_1", "X-RateLimit-Limit": "30", "X-RateLimit-Remaining": "29"])
            )
        )
        let sent = try await bench.send()
        #expect(sent.trackingID == WalinkoBench.trackingID)
        #expect(sent.isSent)
        #expect(sent.status == .sent)
        #expect(sent.deviceID == 1)
        #expect(sent.templateID == 12)
        #expect(sent.variantIndex == 0)
        #expect(sent.phone == "+8801617738431")
        let moment = try #require(sent.sentAt)
        #expect(abs(moment.timeIntervalSince1970 - 1_777_606_687.165) < 0.000_5)
        #expect(sent.waMessageID == "3EB0AF365B33081793622A")
        #expect(sent.http.requestID == "req_1")
        #expect(!sent.http.isReplayed)
        #expect(sent.http.status == 200)
        #expect(sent.http.attempts == 1)
        #expect(bench.client.lastRequestID == "req_1")
        #expect(bench.client.lastRateLimit?.limit == 30)
        #expect(bench.client.lastRateLimit?.remaining == 29)
    }

    @Test(
        "Idempotent-Replayed: true -> replayed=true",
        arguments: [("true", true), ("false", false), ("1", false), ("", false)]
    )
    func replayed(value: String, expected: Bool) async throws {
        let bench = try WalinkoBench(.ok(Self.example, headers: .pairs(["Idempotent-Replayed": value])))
        let sent = try await bench.send()
        #expect(sent.http.isReplayed == expected)
    }

    @Test("a wamid and an unknown status word are taken as they are")
    func opaqueWords() async throws {
        let bench = try WalinkoBench(.ok(#"{"tracking_id":"tx_abc","status":"parked","wa_message_id":"wamid.HB=="}"#))
        let sent = try await bench.send()
        #expect(sent.status?.rawValue == "parked")
        #expect(!sent.isSent)
        #expect(sent.waMessageID == "wamid.HB==")
    }

    @Test("a 201 or 202 for a send is a success as well: the status class decides", arguments: [200, 201, 202, 299])
    func otherSuccess(status: Int) async throws {
        let bench = try WalinkoBench(.ok(Self.example, status: status))
        let sent = try await bench.send()
        #expect(sent.http.status == status)
    }
}
