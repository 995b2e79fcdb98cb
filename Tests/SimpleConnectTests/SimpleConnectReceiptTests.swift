import SimpleConnect
import TestSupport
import Testing
import WaybillTesting

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
#else
import struct Foundation.Date
#endif

/// What `events.deliver` and `events.detail` make of their answers.
@Suite struct SimpleConnectReceiptTests {
    static let accepted = """
        {"status":"accepted","log_id":42,"event_id":"pp_payment_42","event_log":{"event_id":"pp_payment_42",\
        "event_key":"customer_payment_received","status":"received","occurred_at":"2026-04-16T10:00:00Z",\
        "payload":{"customer_name":"Ramesh Kumar"},"error_text":null},"message":null}
        """
    static let dispatched = """
        {"event_log":{"event_id":"pp_pay_42","event_key":"customer_payment_received","status":"dispatched",\
        "occurred_at":"2026-04-16T10:00:00Z","payload":{"payment_amount":"450.00"},"error_text":null},\
        "message":{"type":"message.status","message_id":"wamid.HBgL","status":"delivered",\
        "message_timestamp":"2026-04-16T10:00:05Z"}}
        """

    private func detail(_ body: String) async throws -> EventDetail {
        let bench = try SimpleConnectBench(.json(200, body))
        return try await bench.integration.events.detail("e1").value
    }

    private func message(_ body: String) async throws -> EventMessage {
        try #require(try await detail(#"{"message":\#(body)}"#).message)
    }

    @Test("202 -> duplicate false, and all that the receipt tells")
    func new() async throws {
        let bench = try SimpleConnectBench(.json(202, Self.accepted))
        let receipt = try await bench.deliver()
        #expect(receipt.http.status == 202)
        #expect(!receipt.isDuplicate)
        #expect(!receipt.usedPreviousSecret)
        #expect(receipt.status == "accepted")
        #expect(receipt.logID == 42)
        #expect(receipt.eventID == "pp_payment_42")
        #expect(receipt.event?.status == .received)
        #expect(receipt.event?.isSkipped == false)
        #expect(receipt.message == nil)
    }

    @Test("200 + duplicate -> true, with the message of a dispatched event")
    func duplicate() async throws {
        let body = #"{"event_id":"e1","log_id":42,"duplicate":true,"message":{"message_id":"wamid.1","status":"read"}}"#
        let bench = try SimpleConnectBench(.json(200, body))
        let receipt = try await bench.deliver()
        #expect(receipt.http.status == 200)
        #expect(receipt.isDuplicate)
        #expect(receipt.message?.messageID == "wamid.1")
        #expect(receipt.message?.status == "read")
    }

    @Test("used_previous_secret true / absent", arguments: [(#"{"used_previous_secret":true}"#, true), ("{}", false)])
    func previousSecret(body: String, expected: Bool) async throws {
        let bench = try SimpleConnectBench(.json(202, body))
        #expect(try await bench.deliver().usedPreviousSecret == expected)
    }

    @Test(
        "event view: received, dispatched, failed, skipped_*, and words that nobody knows",
        arguments: [
            ("received", [false, false, false]), ("dispatched", [true, false, false]),
            ("failed", [false, true, false]),
            ("skipped_paused", [false, false, true]), ("skipped_flow_disabled", [false, false, true]),
            ("skipped", [false, false, false]), ("on_hold", [false, false, false]),
        ]
    )
    func statuses(word: String, expected: [Bool]) async throws {
        let event = try #require(try await detail(#"{"event_log":{"status":"\#(word)"}}"#).event)
        #expect([event.isDispatched, event.isFailed, event.isSkipped] == expected)
        #expect(event.status?.rawValue == word)
    }

    @Test("event view: failed + error_text, payload, numeric id")
    func failed() async throws {
        let event = try #require(
            try await detail(
                #"{"event_log":{"id":7,"status":"failed","error_text":"No template","payload":{"a":{"b":[1]}}}}"#
            ).event
        )
        #expect(event.isFailed)
        #expect(event.errorText == "No template")
        #expect(event.payload?["a"]?["b"]?[0]?.intValue == 1)
        #expect(event.id == "7")
    }

    @Test("bad date -> nil", arguments: [#""yesterday""#, #""""#, "null", "7", "{}"])
    func badDate(value: String) async throws {
        let event = try #require(
            try await detail(#"{"event_log":{"status":"received","occurred_at":\#(value)}}"#).event
        )
        #expect(event.occurredAt == nil)
        #expect(event.status == .received)
    }

    @Test("detail: GET below the endpoint, the id as one segment; the whole example")
    func wholeDetail() async throws {
        let bench = try SimpleConnectBench(.json(200, Self.dispatched))
        let detail = try await bench.integration.events.detail("pp pay/42")
        let request = try #require(bench.requests.first)
        #expect(request.verb == "GET")
        #expect(request.url == SimpleConnectBench.endpoint + "/pp%20pay%2F42")
        #expect(detail.event?.isDispatched == true)
        #expect(detail.event?.eventKey == "customer_payment_received")
        #expect(detail.event?.occurredAt?.timeIntervalSince1970 == 1_776_333_600)
        #expect(detail.event?.payload?["payment_amount"] == "450.00")
        #expect(detail.event?.errorText == nil)
        #expect(detail.message?.messageID == "wamid.HBgL")
        #expect(detail.message?.status == "delivered")
        #expect(detail.message?.timestamp?.timeIntervalSince1970 == 1_776_333_605)
        #expect(detail.message?.isStatusCallback == true)
        #expect(detail.message?.isIncoming == false)
    }

    @Test("empty event_id -> error with no HTTP", arguments: ["", ".", ".."])
    func emptyID(id: String) async throws {
        let bench = try SimpleConnectBench(.json(200, "{}"))
        try await expectRefusal(["eventID"], bench) { try await bench.integration.events.detail(id) }
    }

    @Test("message nil or present")
    func messages() async throws {
        #expect(try await detail("{}").message == nil)
        #expect(try await detail(#"{"message":null}"#).message == nil)
        #expect(try await detail(#"{"message":{}}"#).message != nil)
    }

    @Test(
        "message: incoming, status callback",
        arguments: [
            (#"{"direction":"incoming"}"#, [true, false]), (#"{"type":"message.incoming"}"#, [true, false]),
            (#"{"type":"message.status"}"#, [false, true]), (#"{"direction":"outgoing"}"#, [false, false]),
            ("{}", [false, false]),
        ]
    )
    func kinds(body: String, expected: [Bool]) async throws {
        let message = try await message(body)
        #expect([message.isIncoming, message.isStatusCallback] == expected)
    }

    @Test(
        "message: wamid under each of its names",
        arguments: ["whatsapp_message_id", "wa_message_id", "message_id"]
    )
    func wamid(key: String) async throws {
        #expect(try await message(#"{"\#(key)":"wamid.1"}"#).messageID == "wamid.1")
    }

    @Test("message: time under each of its names, bad time -> nil")
    func times() async throws {
        for key in ["message_timestamp", "timestamp"] {
            let good = try await message(#"{"\#(key)":"2026-04-16T10:00:05Z"}"#)
            #expect(good.timestamp?.timeIntervalSince1970 == 1_776_333_605)
            #expect(try await message(#"{"\#(key)":"later"}"#).timestamp == nil)
        }
    }
}
