import TestSupport
import Testing
import Walinko
import WaybillTesting

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
#else
import struct Foundation.Date
#endif

/// What `fetch` puts on the wire, and what it makes of the answer.
@Suite struct WalinkoFetchTests {
    @Test("GET exact URL; no body, no Content-Type, no Idempotency-Key")
    func wire() async throws {
        let bench = try WalinkoBench(.state("sent"))
        _ = try await bench.client.messages.fetch(WalinkoBench.trackingID)
        let request = try #require(bench.requests.first)
        let agent = try #require(request.header("User-Agent"))
        #expect(request.verb == "GET")
        #expect(request.url == "https://api.walinko.com/api/v1/public/messages/tx_767fd2faca0f4037b2a2bbcb91e5735f")
        #expect(request.body == nil)
        #expect(
            request.headerLines
                == ["accept: application/json", "authorization: Bearer walk_live_abc.def", "user-agent: \(agent)"]
        )
    }

    @Test("sent + done predicates; created_at parsed; request id")
    func result() async throws {
        let data = """
            {"tracking_id":"tx_abc","status":"sent","created_at":"2026-05-01T10:00:55Z","sent_at":"2026-05-01T10:01:00Z",\
            "wa_message_id":"3EB0"}
            """
        let bench = try WalinkoBench(.ok(data, headers: .pairs(["X-Request-Id": "req_3"])))
        let status = try await bench.client.messages.fetch("tx_abc")
        #expect(status.isSent)
        #expect(status.isDone)
        #expect(status.createdAt?.timeIntervalSince1970 == 1_777_629_655)
        #expect(status.sentAt?.timeIntervalSince1970 == 1_777_629_660)
        #expect(status.http.requestID == "req_3")
        #expect(bench.client.lastRequestID == "req_3")
    }

    @Test("a failed message: code, text, null dates")
    func failed() async throws {
        let data = """
            {"tracking_id":"tx_abc","status":"failed","device_id":1,"template_id":12,"variant_index":0,\
            "phone":"+8801617738431","wa_message_id":null,"error_code":"phone_not_on_whatsapp",\
            "error_message":"Recipient is not on WhatsApp","sent_at":null,"created_at":"2026-05-01T10:00:55Z"}
            """
        let bench = try WalinkoBench(.ok(data))
        let status = try await bench.client.messages.fetch("tx_abc")
        #expect(status.isFailed)
        #expect(status.errorCode == .phoneNotOnWhatsapp)
        #expect(status.errorMessage == "Recipient is not on WhatsApp")
        #expect(status.sentAt == nil)
        #expect(status.waMessageID == nil)
        #expect(status.deviceID == 1)
    }

    @Test(
        "pending?, failed?, sent?, done? of every word",
        arguments: [
            ("queued", [true, false, false, false]), ("sending", [true, false, false, false]),
            ("sent", [false, false, true, true]), ("failed", [false, true, false, true]),
            ("parked", [false, false, false, false]),
        ]
    )
    func predicates(word: String, expected: [Bool]) async throws {
        let bench = try WalinkoBench(.state(word))
        let status = try await bench.client.messages.fetch("tx_abc")
        #expect([status.isPending, status.isFailed, status.isSent, status.isDone] == expected)
        #expect(status.status.rawValue == word)
    }

    @Test("an answer with only tracking_id and status is enough")
    func bareAnswer() async throws {
        let bench = try WalinkoBench(.state("queued"))
        let status = try await bench.client.messages.fetch("tx_abc")
        #expect(status.phone == nil)
        #expect(status.createdAt == nil)
    }

    @Test(
        "S05 a tracking id is exactly one path segment",
        arguments: [
            ("../x", "..%2Fx"), ("%2e%2e", "%252e%252e"), ("a/b", "a%2Fb"), ("a%2Fb", "a%252Fb"), ("a?b", "a%3Fb"),
            ("a#b", "a%23b"), ("a b", "a%20b"), ("é", "%C3%A9"), ("😀", "%F0%9F%98%80"), ("%", "%25"),
            ("%zz", "%25zz"), ("a\\b", "a%5Cb"), ("tx_AZaz09-.~", "tx_AZaz09-.~"),
        ]
    )
    func segment(id: String, encoded: String) async throws {
        let bench = try WalinkoBench(.state("sent"))
        _ = try await bench.client.messages.fetch(id)
        #expect(bench.requests.map(\.url) == [WalinkoBench.messagesURL + "/" + encoded])
    }
}
