import SimpleConnect
import TestSupport
import Testing
import WaybillTesting

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
#else
import struct Foundation.Date
#endif

/// What `events.deliver` puts on the wire.
@Suite struct SimpleConnectDeliverTests {
    private func deliver(_ bench: SimpleConnectBench, _ event: EventContent) async throws -> String {
        _ = try await bench.integration.events.deliver("k", recipient: SimpleConnectBench.recipient, event: event)
        return try #require(bench.requests.last).text
    }

    @Test("POST goes to endpoint_url itself; body has exactly recipient + event, as the spec's example")
    func wire() async throws {
        let bench = try SimpleConnectBench(.accepted)
        _ = try await bench.integration.events.deliver(
            "customer_payment_received",
            recipient: EventRecipient(mobileNo: "+919812345678", name: "Ramesh Kumar"),
            event: EventContent(
                eventID: "pp_payment_42",
                occurredAt: Date(timeIntervalSince1970: 1_776_333_600),
                language: "en",
                fields: ["customer_name": "Ramesh Kumar", "payment_amount": "450.00"]
            )
        )
        let request = try #require(bench.requests.first)
        #expect(request.verb == "POST")
        #expect(request.url == "https://app.simplewaconnect.com/api/v1/integrations/purepani/events")
        #expect(
            request.text == """
                {"recipient":{"mobile_no":"+919812345678","name":"Ramesh Kumar"},"event":{"name":"customer_payment_received",\
                "event_id":"pp_payment_42","occurred_at":"2026-04-16T10:00:00Z","language":"en",\
                "customer_name":"Ramesh Kumar","payment_amount":"450.00"}}
                """
        )
    }

    @Test("event_id default `evt_` + hex, occurred_at default, language `en`")
    func defaults() async throws {
        let bench = try SimpleConnectBench(.accepted)
        _ = try await bench.integration.events.deliver("k", recipient: SimpleConnectBench.recipient)
        #expect(
            bench.requests.first?.text == """
                {"recipient":{"mobile_no":"+919812345678"},"event":{"name":"k",\
                "event_id":"evt_00000000000000000000000000000000","occurred_at":"2026-01-01T00:00:00Z","language":"en"}}
                """
        )
    }

    @Test("made ids are `evt_` and 32 lower-case hex digits, another one for each call")
    func madeIDs() async throws {
        let stub = StubTransport { _ in .accepted }
        let bench = try SimpleConnectBench(configuration: .init(transport: stub), randomness: .seeded(2))
        for _ in 0..<100 { _ = try await bench.deliver(eventID: nil) }
        let ids = stub.requests.compactMap { $0.json?["event"]?["event_id"]?.stringValue }
        #expect(ids.count == 100)
        #expect(Set(ids).count == 100)
        #expect(ids.allSatisfy { $0.wholeMatch(of: /evt_[0-9a-f]{32}/) != nil })
    }

    @Test("caller's values are kept")
    func ownValues() async throws {
        let bench = try SimpleConnectBench(.accepted)
        let text = try await deliver(
            bench,
            EventContent(eventID: "mine", occurredAt: Date(timeIntervalSince1970: 0.25), language: "hi")
        )
        #expect(
            text == """
                {"recipient":{"mobile_no":"+919812345678"},"event":{"name":"k","event_id":"mine",\
                "occurred_at":"1970-01-01T00:00:00.250Z","language":"hi"}}
                """
        )
    }

    @Test("name overwritten by event_key, and stands once, whatever stands in the fields")
    func name() async throws {
        let bench = try SimpleConnectBench(.accepted)
        let text = try await deliver(bench, EventContent(eventID: "e1", fields: ["a": 1, "name": "stolen", "b": 2]))
        #expect(
            text.hasSuffix(
                #""event":{"name":"k","event_id":"e1","occurred_at":"2026-01-01T00:00:00Z","language":"en","a":1,"b":2}}"#
            )
        )
    }

    @Test(
        "fixed members cannot stand among the fields -> error with no HTTP",
        arguments: ["event_id", "occurred_at", "language"]
    )
    func reservedFields(name: String) async throws {
        let bench = try SimpleConnectBench(.accepted)
        var fields = JSONObject()
        fields[name] = "stolen"
        let event = EventContent(eventID: "e1", fields: fields)
        try await expectRefusal(["event.fields"], bench) {
            try await deliver(bench, event)
        }
    }

    @Test("template fields are any JSON, at the same level, in the caller's order, numbers with their digits")
    func fields() async throws {
        let bench = try SimpleConnectBench(.accepted)
        let number = try #require(JSONNumber(text: "450.00"))
        let text = try await deliver(
            bench,
            EventContent(
                eventID: "e1",
                fields: ["z": .number(number), "a": [true, nil, ["x": "y"]], "empty": "", "quote": "\"\\\n"]
            )
        )
        #expect(text.hasSuffix(#""language":"en","z":450.00,"a":[true,null,{"x":"y"}],"empty":"","quote":"\"\\\n"}}"#))
    }

    @Test("R05 same event_id and occurred_at over all retry attempts, fixed before the first")
    func sameOverAttempts() async throws {
        let bench = try SimpleConnectBench(.status(500), .reset, .accepted, randomness: .seeded(4))
        let receipt = try await bench.deliver(eventID: nil)
        #expect(bench.requests.count == 3)
        #expect(Set(bench.requests.map(\.body)).count == 1)
        let id = bench.requests.first?.json?["event"]?["event_id"]?.stringValue
        #expect(receipt.http.request.idempotencyKey == id)
        #expect(bench.requests.last?.json?["event"]?["occurred_at"] == "2026-01-01T00:00:00Z")
        #expect(bench.clock.uptime == .seconds(3))
    }

    @Test("empty event_key -> error with no HTTP", arguments: ["", " ", "\n"])
    func emptyKey(key: String) async throws {
        let bench = try SimpleConnectBench(.accepted)
        try await expectRefusal(["eventKey"], bench) {
            try await bench.integration.events.deliver(key, recipient: SimpleConnectBench.recipient)
        }
    }

    @Test("key outside the list -> error with no HTTP, which lists the allowed ones; a key of the list passes")
    func keyOutsideTheList() async throws {
        let bench = try SimpleConnectBench(.accepted, eventKeys: ["customer_payment_received", "order_shipped"])
        let error = try await expectRefusal(["eventKey"], bench) {
            try await bench.integration.events.deliver(
                "customer_payment_recieved",
                recipient: SimpleConnectBench.recipient
            )
        }
        #expect(
            error.message == #"eventKey must not be "customer_payment_recieved", but one of: "#
                + #"customer_payment_received, order_shipped; did you mean "customer_payment_received"?"#
        )
        _ = try await bench.integration.events.deliver("order_shipped", recipient: SimpleConnectBench.recipient)
        #expect(bench.requests.count == 1)
    }

    @Test("any key passes with no list; none passes with an empty one")
    func lists() async throws {
        let open = try SimpleConnectBench(.accepted)
        _ = try await open.integration.events.deliver("anything at all", recipient: SimpleConnectBench.recipient)
        #expect(open.requests.first?.json?["event"]?["name"] == "anything at all")

        let closed = try SimpleConnectBench(.accepted, eventKeys: [])
        try await expectRefusal(["eventKey"], closed) { try await closed.deliver() }
    }

    @Test("blank mobile_no, blank event id -> error with no HTTP")
    func blankMembers() async throws {
        let bench = try SimpleConnectBench(.accepted)
        try await expectRefusal(["recipient.mobileNo"], bench) {
            try await bench.integration.events.deliver("k", recipient: EventRecipient(mobileNo: " "))
        }
        try await expectRefusal(["event.eventID"], bench) { try await bench.deliver(eventID: "") }
        try await expectRefusal(["eventKey", "recipient.mobileNo", "event.eventID"], bench) {
            try await bench.integration.events.deliver(
                "",
                recipient: EventRecipient(mobileNo: ""),
                event: EventContent(eventID: " ")
            )
        }
    }
}
