import Connectly
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
#else
import struct Foundation.Date
#endif

/// What is read from events.
@Suite struct ConnectlyEventTests {
    @Test("oddity 3: no topic is a customer's message")
    func noTopic() throws {
        let message = try ConnectlyEvents.inbound(ConnectlyEvents.message())
        #expect(message.content.text == "Hi")
        #expect(message.sender?.name == "Ada")
        #expect(!message.content.isButtonResponse && !message.content.isEcho)
        #expect(try ConnectlyEvents.inbound(#"{"topic":null,"message":{"text":"Hi"}}"#).content.text == "Hi")
    }

    @Test("section 7.4: a status update without a topic is a delivery status all the same")
    func statusWithoutTopic() throws {
        let body = #"{"timestamp":"1700000100","statusUpdate":{"id":"01HF","status":"read"}}"#
        #expect(try ConnectlyEvents.update(body).update.status == .read)
    }

    @Test(
        "contradiction 11: a topic that nobody knows is handed over whole",
        arguments: ["calls", "topic_unspecified", ""]
    )
    func unknownTopic(topic: String) throws {
        let delivery = try ConnectlyEvents.delivery(#"{"topic":"\#(topic)","x":[1]}"#)
        guard case .unrecognized(let event) = delivery.event else { throw Unexpected(delivery.event) }
        #expect(event.type == topic)
        #expect(event.reason == nil)
        #expect(event.json?["x"] == [1])
        #expect(delivery.json["x"] == [1])
    }

    @Test(
        "D13 an event that cannot be read is handed over with its topic, its JSON and the place",
        arguments: [
            (#"{"topic":"delivery_status","x":1}"#, "delivery_status"),
            (#"{"topic":"report","report":7,"x":1}"#, "report"),
            (#"{"message":7,"x":1}"#, nil), (#"{"topic":"message","message":"Hi","x":1}"#, "message"),
        ] as [(String, String?)]
    )
    func unreadable(body: String, topic: String?) throws {
        let delivery = try ConnectlyEvents.delivery(body)
        guard case .unrecognized(let event) = delivery.event else { throw Unexpected(delivery.event) }
        #expect(event.type == topic)
        #expect(event.json?["x"] == 1)
        #expect(event.reason?.path.isEmpty == false)
        #expect(event.reason?.description.contains("Hi") == false)
    }

    @Test(
        "oddity 2: seconds as text, also as a number; a time that is none is nil and spoils nothing",
        arguments: [
            (#""1700000000""#, 1_700_000_000.0), ("1700000000", 1_700_000_000), (#""1639083206""#, 1_639_083_206),
            (#""soon""#, nil), ("null", nil), (#""""#, nil), (#""2025-04-30T12:34:56Z""#, nil), ("{}", nil),
        ]
    )
    func timestamps(text: String, seconds: Double?) throws {
        let message = try ConnectlyEvents.inbound(#"{"timestamp":\#(text),"message":{"text":"Hi"}}"#)
        #expect(message.timestamp?.timeIntervalSince1970 == seconds)
        let update = try ConnectlyEvents.update(
            #"{"topic":"delivery_status","timestamp":\#(text),"statusUpdate":{"id":"1","status":"sent"}}"#
        )
        #expect(update.timestamp?.timeIntervalSince1970 == seconds)
    }

    @Test("a report has ISO dates and snake_case names; a bad date is nil")
    func report() throws {
        let event = try ConnectlyEvents.delivery(
            #"""
            {"topic":"report","timestamp":"2025-04-30T12:34:56Z","report":{"id":"r","last_run":{"status":"completed",
            "result":{"url":"https://reports.connectly.ai/x","expires_at":"2025-05-01T12:34:56Z","created_at":"soon"}}}}
            """#
        ).event
        guard case .report(let notice) = event else { throw Unexpected(event) }
        #expect(notice.timestamp?.timeIntervalSince1970 == 1_746_016_496)
        #expect(notice.report.lastRun?.isCompleted == true)
        #expect(notice.report.lastRun?.result?.expiresAt?.timeIntervalSince1970 == 1_746_102_896)
        #expect(notice.report.lastRun?.result?.createdAt == nil)
    }

    @Test(
        "contradiction 8: a party's id is opaque",
        arguments: ["+16045550199", "16042221111", "123456123", "US.13491208655302741918"]
    )
    func partyID(id: String) throws {
        let body = #"{"sender":{"id":"\#(id)"},"recipient":{"id":"\#(id)"},"message":{"text":"Hi"}}"#
        #expect(try ConnectlyEvents.inbound(body).sender?.id == id)
        #expect(
            try ConnectlyEvents.inbound(body.replacing("\"\(id)\"", with: "123456123")).recipient?.id == "123456123"
        )
    }

    @Test("contradiction 7: a name can be absent or null; a hidden phone is an empty text")
    func names() throws {
        let rest = #""phoneNumber":"","userId":"US.1""#
        let body = #"{"sender":{"id":"US.1","name":null,\#(rest)},"recipient":{"id":"1"},"message":{"text":"Hi"}}"#
        let message = try ConnectlyEvents.inbound(body)
        #expect(message.sender?.name == nil)
        #expect(message.sender?.phoneNumber?.isEmpty == true)
        #expect(message.sender?.userID == "US.1")
        #expect(message.recipient?.name == nil)
    }

    @Test("oddity 12: the replied-to id and the callback data of the message that it answers")
    func reply() throws {
        let message = try ConnectlyEvents.inbound(
            ConnectlyEvents.message(
                #"""
                "context":{"replyToId":"018d0000-0000-7000-8000-000000000001"},
                "message":{"text":"Yes","isButtonResponse":true},"callbackData":{"order":42}
                """#
            )
        )
        #expect(message.context?.replyToID == "018d0000-0000-7000-8000-000000000001")
        #expect(message.content.isButtonResponse)
        #expect(message.callbackData == ["order": 42])
    }

    @Test("contradictions 9 and 10: files in the message and, in an older form, beside it; films too")
    func attachments() throws {
        let file = #"[{"type":"video","url":"https://cdn.connectly.ai/x"}]"#
        let current = try ConnectlyEvents.inbound(
            ConnectlyEvents.message(#""message":{"attachments":\#(file)},"attachments":[],"location":null"#)
        )
        #expect(current.content.attachments.map(\.type) == [.video])
        #expect(current.otherAttachments.isEmpty && current.otherLocation == nil)
        let older = try ConnectlyEvents.inbound(ConnectlyEvents.message(#""message":{},"attachments":\#(file)"#))
        #expect(older.otherAttachments.map(\.url) == ["https://cdn.connectly.ai/x"])
        let odd = try ConnectlyEvents.inbound(
            ConnectlyEvents.message(#""message":{"attachments":[{"type":"hologram","url":"u"}],"location":"here"}"#)
        )
        #expect(odd.content.attachments.map(\.type.rawValue) == ["hologram"])
        #expect(odd.content.location == nil)
    }

    @Test("an echo of an own message, a place, and an advertisement")
    func others() throws {
        let content = try ConnectlyEvents.inbound(
            ConnectlyEvents.message(
                #"""
                "message":{"text":"T","isEcho":true,"location":{"latitude":49.28,"longitude":-123.12,"name":"Shop"},
                "referral":{"ctwaClid":"c-1","sourceType":"ad","imageUrl":"https://fb.example/i.png","new":1}}
                """#
            )
        ).content
        #expect(content.isEcho)
        #expect(content.location?.name == "Shop")
        #expect(content.referral?.clickID == "c-1")
        #expect(content.referral?.imageURL == "https://fb.example/i.png")
    }

    @Test("contradiction 6: the campaign is read from the update and from the top, in either spelling")
    func campaign() throws {
        let current = try ConnectlyEvents.update(
            #"""
            {"topic":"delivery_status","statusUpdate":{"id":"1","status":"sent","metadata":{"campaignName":"spring"}},
            "metadata":null}
            """#
        )
        #expect(current.update.metadata?.campaignName == "spring")
        #expect(current.metadata == nil)
        let older = try ConnectlyEvents.update(
            ConnectlyEvents.status("sent", rest: #","metadata":{"campaign_name":"spring"}"#)
        )
        #expect(older.metadata?.campaignName == "spring")
        #expect(older.update.metadata == nil)
    }

    @Test("contradiction 12: a failure in either word, with the error of a refused request")
    func failure() throws {
        for word in ["delivery_failed", "delivery_failure"] {
            let update = try ConnectlyEvents.update(ConnectlyEvents.status(word)).update
            #expect(update.isFailed && !update.isDelivered)
            #expect(update.status.isFinal)
            #expect(update.error == nil)
        }
        let error = #"""
            {"message":"m","type":"ERROR_TYPE_INVALID_REQUEST","code":"ERROR_CODE_MESSAGE_TEMPLATE_INPUT_INVALID",
            "cntTraceId":"10827968052975079261","details":{}}
            """#
        let update = try ConnectlyEvents.update(
            #"{"topic":"delivery_status","statusUpdate":{"id":"1","status":"delivery_failed","error":\#(error)}}"#
        ).update
        #expect(update.error?.type == .invalidRequest)
        #expect(update.error?.code == .messageTemplateInputInvalid)
        #expect(update.error?.traceID == "10827968052975079261")
    }

    @Test("contradiction 13: statuses late, twice and out of order never lead back")
    func order() throws {
        let words = ["sent", "read", "delivered", "read", "sent"]
        let statuses = try words.map { try ConnectlyEvents.update(ConnectlyEvents.status($0)).update.status }
        var current = statuses[0]
        for status in statuses.dropFirst() where status.advances(from: current) { current = status }
        #expect(current == .read)
        #expect(DeliveryStatus.delivered.advances(from: .sent))
        #expect(!DeliveryStatus.delivered.advances(from: .delivered))
        #expect(!DeliveryStatus.delivered.advances(from: .read))
        #expect(DeliveryStatus.deliveryFailed.advances(from: .sent))
        #expect(!DeliveryStatus.sent.advances(from: .deliveryFailed))
        #expect(!DeliveryStatus.deliveryFailed.advances(from: .read))
        #expect(!DeliveryStatus.deliveryFailure.advances(from: .deliveryFailed))
    }

    @Test("a status that nobody knows is kept, and neither leads on nor back")
    func unknownStatus() throws {
        let status = try ConnectlyEvents.update(ConnectlyEvents.status("seen_twice")).update.status
        #expect(status.rawValue == "seen_twice")
        #expect(!status.isFinal)
        #expect(!status.advances(from: .sent) && !DeliveryStatus.sent.advances(from: status))
        #expect(DeliveryStatus.deliveryFailed.advances(from: status))
    }

    @Test("fields that nobody knows are kept")
    func extra() throws {
        let message = try ConnectlyEvents.inbound(
            ConnectlyEvents.message(#""message":{"text":"Hi","sticker":{"id":1}}"#)
        )
        #expect(message.content.extra["sticker"] == ["id": 1])
    }

    @Test("D13 W40 a genuine event with any byte changed, and signed as it then is, is delivered; a part of it is read")
    func anyByte() throws {
        let webhook = try ConnectlyEvents.webhook()
        let members = #""message":{"attachments":[{"type":"video","url":"u"}],"location":{"latitude":1.5}}"#
        let body = Array(ConnectlyEvents.message(members).utf8)
        let changed = try ChangedEvents(of: body, to: webhook)
        #expect(changed.wrong.isEmpty)
        #expect(changed.readCount > 0 && changed.unrecognizedCount > 0)
    }
}
