import SimpleConnect
import TestSupport
import Testing
import WaybillTesting

/// The models as values: raw JSON, unknown fields, and the examples of the spec there and back.
@Suite struct SimpleConnectModelTests {
    /// The value without members that are null, since nil is not written.
    private static func withoutNulls(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let object):
            let members = object.filter { !$0.value.isNull }.map { (key: $0.key, value: withoutNulls($0.value)) }
            return .object(JSONObject(members))
        case .array(let elements): return .array(elements.map(withoutNulls))
        default: return value
        }
    }

    private func expectRoundTrip<Model: JSONModel>(
        _: Model.Type,
        _ text: String,
        written expected: String? = nil
    ) throws {
        let model = try Model(parsing: Array(text.utf8))
        let written = try JSONValue(parsing: try model.serialized())
        let wanted = try JSONValue(parsing: expected ?? text)
        #expect(Self.withoutNulls(written) == Self.withoutNulls(wanted))
        #expect(try Model(json: model.json) == model)
    }

    @Test("encode(decode(example)) of every example in the specs")
    func examples() throws {
        try expectRoundTrip(IntegrationSnapshot.self, SimpleConnectVerifyTests.example)
        try expectRoundTrip(MessageDelivery.self, SimpleConnectMessageAnswerTests.partial)
        try expectRoundTrip(MessageDetail.self, SimpleConnectMessageAnswerTests.failed)
        let receipt = try EventReceipt(parsing: Array(SimpleConnectReceiptTests.accepted.utf8))
        #expect(try EventReceipt(json: receipt.json) == receipt)
        #expect(receipt.json["event_log"]?["payload"]?["customer_name"] == "Ramesh Kumar")
        #expect(receipt.json["log_id"] == 42)
    }

    @Test("encode(decode(example)) of events.detail: a member keeps the key under which it came")
    func aliases() throws {
        try expectRoundTrip(EventDetail.self, SimpleConnectReceiptTests.dispatched)
        for key in ["whatsapp_message_id", "wa_message_id", "message_id"] {
            try expectRoundTrip(EventMessage.self, #"{"\#(key)":"wamid.1"}"#)
        }
        for key in ["message_timestamp", "timestamp"] {
            try expectRoundTrip(EventMessage.self, #"{"\#(key)":"2026-04-16T10:00:05Z"}"#)
            try expectRoundTrip(EventMessage.self, #"{"\#(key)":"later"}"#)
        }
    }

    @Test("encode(decode(example)) of the requests' models, each header kind, shapes that nobody knows too")
    func requestModels() throws {
        try expectRoundTrip(EventRecipient.self, #"{"mobile_no":"+919812345678","name":"Ramesh Kumar"}"#)
        try expectRoundTrip(
            EventContent.self,
            #"{"event_id":"e1","occurred_at":"2026-04-16T10:00:00Z","language":"en","payment_amount":"450.00"}"#
        )
        try expectRoundTrip(MessageRecipient.self, #"{"mobile_no":"919999999999","name":"John Doe"}"#)
        try expectRoundTrip(
            TemplateButton.self,
            #"{"index":2,"sub_type":"url","parameters":[{"type":"text","text":"ORDER-101"}]}"#
        )
        for row in SimpleConnectMessagesTests.headers {
            try expectRoundTrip(TemplateHeader.self, row.json)
            #expect(try TemplateHeader(parsing: Array(row.json.utf8)) == row.header)
        }
        for text in [#"{"sticker":{"link":"x"}}"#, "{}", "7", #"["a"]"#] {
            try expectRoundTrip(TemplateHeader.self, text)
            guard case .unrecognized = try TemplateHeader(parsing: Array(text.utf8)) else { throw Unexpected(text) }
        }
    }

    @Test("unknown fields reachable through the raw JSON, kept on every model, written back, and count in ==")
    func unknownFields() throws {
        try expectUnknown(EventReceipt.self) { $0.extra }
        try expectUnknown(EventDetail.self) { $0.extra }
        try expectUnknown(EventLog.self) { $0.extra }
        try expectUnknown(EventMessage.self) { $0.extra }
        try expectUnknown(IntegrationSnapshot.self) { $0.extra }
        try expectUnknown(EventFlow.self) { $0.extra }
        try expectUnknown(FlowTemplate.self) { $0.extra }
        try expectUnknown(MessageDelivery.self) { $0.extra }
        try expectUnknown(AcceptedMessage.self) { $0.extra }
        try expectUnknown(MessageDetail.self) { $0.extra }
        try expectUnknown(MessageFailure.self) { $0.extra }
    }

    private func expectUnknown<Model: JSONModel>(_: Model.Type, _ extra: (Model) -> JSONObject) throws {
        let text = #"{"novelty":{"a":[1,null,1.50]},"second":"x"}"#
        let model = try Model(parsing: Array(text.utf8))
        #expect(extra(model).keys == ["novelty", "second"])
        #expect(model.json["novelty"]?["a"]?[2]?.numberValue?.text == "1.50")
        #expect(model.json["second"] == "x")
        #expect(try Model(json: model.json) == model)
        #expect(model != (try Model(parsing: Array(text.replacing(#""x""#, with: #""y""#).utf8))))
    }

    @Test("unknown fields of an answer are reachable through the answer")
    func throughAnswer() async throws {
        let bench = try SimpleConnectBench(.json(202, #"{"event_id":"e1","queue":{"depth":3}}"#))
        let receipt = try await bench.deliver()
        #expect(receipt.extra["queue"]?["depth"]?.intValue == 3)
        #expect(receipt.value.json["queue"]?["depth"]?.intValue == 3)
        #expect(receipt.http.json?["queue"]?["depth"]?.intValue == 3)
    }

    @Test("words are open sets, in the spec's order; any text round-trips")
    func words() {
        #expect(EventStatus.known.map(\.rawValue) == ["received", "dispatched", "failed"])
        #expect(FlowState.known.map(\.rawValue) == ["enabled", "not_configured", "needs_attention"])
        #expect(MessageState.known.map(\.rawValue) == ["queued", "sent", "delivered", "read", "failed"])
        #expect(FlowState(rawValue: "odd").rawValue == "odd")
    }

    @Test("models are made by hand, for tests and previews")
    func byHand() {
        let detail = EventDetail(event: EventLog(status: EventStatus(rawValue: "skipped_paused")))
        #expect(detail.event?.isSkipped == true)
        let snapshot = IntegrationSnapshot(eventFlows: [EventFlow(eventKey: "k", state: .enabled)])
        #expect(snapshot[eventFlow: "k"]?.isEnabled == true)
        #expect(MessageDetail(status: .failed).isFailed)
        #expect(Set([detail, detail]).count == 1)
    }

    @Test("literals make a template's parameters; header cases are told apart")
    func unions() {
        let positional: TemplateParameters = ["John", "ORDER-101"]
        let named: TemplateParameters = ["name": "John"]
        #expect(positional == .positional(["John", "ORDER-101"]))
        #expect(named == .named(["name": "John"]))
        #expect(TemplateHeader.text(positional) != .text(named))
    }
}
