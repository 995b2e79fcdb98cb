import Testing
import Walinko
import WaybillTesting

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
#else
import struct Foundation.Date
#endif

/// The models as values: raw JSON, unknown fields, and the examples of the spec there and back.
@Suite struct WalinkoModelTests {
    /// The object without members that are null, since nil is not written.
    static func withoutNulls(_ text: String) throws -> JSONValue {
        let object = try #require(try JSONValue(parsing: text).objectValue)
        return .object(JSONObject(object.filter { !$0.value.isNull }))
    }

    static let failed = """
        {"tracking_id":"tx_767fd2faca0f4037b2a2bbcb91e5735f","status":"failed","device_id":1,"template_id":12,\
        "variant_index":0,"phone":"+8801617738431","wa_message_id":null,"error_code":"phone_not_on_whatsapp",\
        "error_message":"Recipient is not on WhatsApp","sent_at":null,"created_at":"2026-05-01T10:00:55Z"}
        """

    /// Reads and writes a document, and compares.
    private func expectRoundTrip<Model: JSONModel>(_: Model.Type, _ text: String) throws {
        let model = try Model(parsing: Array(text.utf8))
        let written = try JSONValue(parsing: try model.serialized())
        #expect(written == (try Self.withoutNulls(text)))
        #expect(model.json == written)
        #expect(try Model(json: model.json) == model)
    }

    @Test("encode(decode(example)) of every example in the spec")
    func examples() throws {
        try expectRoundTrip(SentMessage.self, WalinkoSendTests.example)
        try expectRoundTrip(QueuedMessage.self, WalinkoEnqueueTests.example)
        try expectRoundTrip(MessageStatus.self, Self.failed)
        try expectRoundTrip(ValidationDetails.self, #"{"fields":{"phone":["must not be empty"]}}"#)
    }

    @Test("members are written in the spec's order, exactly")
    func order() throws {
        let sent = try SentMessage(parsing: Array(WalinkoSendTests.example.utf8))
        #expect(
            String(decoding: try sent.serialized(), as: UTF8.self) == """
                {"tracking_id":"tx_767fd2faca0f4037b2a2bbcb91e5735f","status":"sent","device_id":1,"template_id":12,\
                "variant_index":0,"phone":"+8801617738431","sent_at":"2026-05-01T03:38:07.165Z",\
                "wa_message_id":"3EB0AF365B33081793622A"}
                """
        )
    }

    @Test("unknown fields are kept on every model, written back, and count in ==")
    func unknownFields() throws {
        let novelty = #""novelty":{"a":[1,null,1.50]},"second":"x""#
        try expectUnknown(SentMessage.self, #"{"tracking_id":"t","status":"sent",\#(novelty)}"#) { $0.extra }
        try expectUnknown(QueuedMessage.self, #"{"tracking_id":"t","status":"queued",\#(novelty)}"#) { $0.extra }
        try expectUnknown(MessageStatus.self, #"{"tracking_id":"t","status":"odd",\#(novelty)}"#) { $0.extra }
        try expectUnknown(ValidationDetails.self, #"{"fields":{},\#(novelty)}"#) { $0.extra }
        try expectUnknown(QuotaDetails.self, #"{"limit_type":"daily",\#(novelty)}"#) { $0.extra }
        try expectUnknown(RateLimitDetails.self, #"{"retry_after_ms":7,\#(novelty)}"#) { $0.extra }
        try expectUnknown(IdempotencyDetails.self, #"{\#(novelty)}"#) { $0.extra }
    }

    private func expectUnknown<Model: JSONModel>(
        _: Model.Type,
        _ text: String,
        _ extra: (Model) -> JSONObject
    ) throws {
        let model = try Model(parsing: Array(text.utf8))
        #expect(extra(model).keys == ["novelty", "second"])
        #expect(extra(model)["novelty"]?["a"]?[2]?.numberValue?.text == "1.50")
        #expect(model.json["second"] == "x")
        #expect(model.json == (try JSONValue(parsing: text)))
        let other = try Model(parsing: Array(text.replacing(#""x""#, with: #""y""#).utf8))
        #expect(model != other)
    }

    @Test("unknown fields of an answer are reachable through the answer")
    func throughAnswer() async throws {
        let bench = try WalinkoBench(.ok(#"{"tracking_id":"tx_1","status":"sent","cost":0.10}"#))
        let sent = try await bench.send()
        #expect(sent.extra["cost"]?.numberValue?.text == "0.10")
        #expect(sent.value.json["cost"]?.numberValue?.text == "0.10")
        #expect(sent.http.json?["data"]?["cost"]?.doubleValue == 0.1)
    }

    @Test("a field that came as garbage is written back as it came, until it is set")
    func garbage() throws {
        let text = #"{"tracking_id":"t","status":"sent","sent_at":"soon"}"#
        var sent = try SentMessage(parsing: Array(text.utf8))
        #expect(sent.json == (try JSONValue(parsing: text)))
        sent.sentAt = .init(timeIntervalSince1970: 0)
        #expect(sent.json["sent_at"] == "1970-01-01T00:00:00Z")
        #expect(sent.json.objectValue?.count == 3)
    }

    @Test("models are made by hand, for tests and previews, and are hashable")
    func byHand() {
        let sent = SentMessage(trackingID: "tx_1", status: .sent)
        #expect(sent.isSent)
        #expect(Set([sent, SentMessage(trackingID: "tx_1", status: .sent)]).count == 1)
        #expect(sent != SentMessage(trackingID: "tx_1", status: .queued))
        #expect(MessageStatus(trackingID: "tx_1", status: .failed).isDone)
        #expect(QueuedMessage(trackingID: "tx_1", status: .queued).isQueued)
    }

    @Test("words are open sets: known ones in the spec's order, any text round-trips")
    func words() {
        #expect(DeliveryStatus.known.map(\.rawValue) == ["queued", "sending", "sent", "failed"])
        #expect(DeliveryStatus(rawValue: "Sent") != .sent)
        #expect("\(DeliveryStatus.sent)" == "sent")
        for word in ["", "รอ", "\u{0}", "sent "] { #expect(DeliveryStatus(rawValue: word).rawValue == word) }
    }

    @Test("J06 integers that do not fit, and ids beyond 2^53, are exact or refused")
    func integers() throws {
        let exact = #"{"tracking_id":"t","status":"sent","device_id":9007199254740993,"template_id":1e3}"#
        let sent = try SentMessage(parsing: Array(exact.utf8))
        #expect(sent.deviceID == 9_007_199_254_740_993)
        #expect(sent.templateID == 1_000)
        for number in ["9223372036854775808", "1.5", "1e400", "true", #""1""#] {
            let text = #"{"tracking_id":"t","status":"sent","device_id":\#(number)}"#
            let odd = try SentMessage(parsing: Array(text.utf8))
            #expect(odd.deviceID == nil)
            #expect(odd.extra["device_id"]?.description == number)
        }
    }
}
