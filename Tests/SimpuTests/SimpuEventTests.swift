import Simpu
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
import struct FoundationEssentials.Decimal
#else
import struct Foundation.Date
import struct Foundation.Decimal
#endif

/// What is read from events.
@Suite struct SimpuEventTests {
    /// The type of an event as the enum has it.
    private func name(_ event: SimpuEvent) -> String {
        switch event {
        case .airtimeSuccess: "airtime.success"
        case .airtimeFailed: "airtime.failed"
        case .airtimeDuplicate: "airtime.duplicate"
        case .airtimeError: "airtime.error"
        case .textDelivered: "text.delivered"
        case .textUndelivered: "text.undelivered"
        case .textClicked: "text.clicked"
        case .emailDelivered: "email.delivered"
        case .emailBounced: "email.bounced"
        case .emailOpened: "email.opened"
        case .emailClicked: "email.clicked"
        default: "unrecognized"
        }
    }

    static let types = [
        "airtime.success", "airtime.failed", "airtime.duplicate", "airtime.error", "text.delivered",
        "text.undelivered", "text.clicked", "email.delivered", "email.bounced", "email.opened", "email.clicked",
    ]

    @Test(
        "oddity 1 and contradiction 2: both spellings of every type, and nothing but an empty thing in it",
        arguments: types
    )
    func spellings(type: String) throws {
        let upper = type.replacing(".", with: "_").uppercased()
        for spelling in [type, upper, type.replacing(".", with: "_"), type.uppercased()] {
            #expect(name(try SimpuEvents.delivery(SimpuEvents.event(spelling)).event) == type)
        }
    }

    @Test(
        "a type that nobody knows is handed over whole, as it came",
        arguments: ["VOICE_CALL_ENDED", "airtime.reversed", "AIRTIMESUCCESS", "airtime_success_late", ""]
    )
    func unknownTypes(type: String) throws {
        let delivery = try SimpuEvents.delivery(SimpuEvents.event(type, #"{"x":[1]}"#, id: "evt.9"))
        guard case .unrecognized(let event) = delivery.event else { throw Unexpected(delivery.event) }
        #expect(event.type == type)
        #expect(event.reason == nil)
        #expect(event.json?["data"]?["object"]?["x"] == [1])
        #expect(delivery.id == "evt.9")
    }

    @Test(
        "D13 an event that cannot be read is handed over with its type, its JSON and the place, never with a value",
        arguments: [
            (#"{"id":"evt.1","type":"TEXT_DELIVERED","data":null}"#, "object"),
            (#"{"id":"evt.1","type":"TEXT_DELIVERED","data":[7]}"#, "object"),
            (#"{"id":"evt.1","type":"TEXT_DELIVERED","data":{"object":null}}"#, "data.object"),
            (#"{"id":"evt.1","type":"TEXT_DELIVERED","data":{"object":7}}"#, "data.object"),
            (#"{"id":"evt.1","type":"TEXT_DELIVERED","data":{"object":{"a":1,"a":2}}}"#, "data.object.a"),
        ]
    )
    func unreadable(body: String, path: String) async throws {
        let delivery = try SimpuEvents.delivery(body)
        guard case .unrecognized(let event) = delivery.event else { throw Unexpected(delivery.event) }
        #expect(event.type == "TEXT_DELIVERED")
        #expect(event.json?["id"] == "evt.1")
        #expect(event.reason?.path == path)
        #expect(event.reason?.description.contains("7") == false)
        #expect(delivery.id == "evt.1")
    }

    @Test("D13 odd members of an event spoil nothing, and are listed by place")
    func oddMembers() throws {
        let odd = #"{"status":7,"link":[1],"external_ref":"m-7"}"#
        let delivery = try SimpuEvents.delivery(SimpuEvents.event("TEXT_CLICKED", odd))
        guard case .textClicked(let text) = delivery.event else { throw Unexpected(delivery.event) }
        #expect(text.status == nil && text.link == nil && text.externalRef == "m-7")
        #expect(text.extra == ["status": 7, "link": [1]])
        #expect(delivery.unread.map(\.path) == ["data.object.status", "data.object.link"])
        #expect(try SimpuEvents.delivery(SimpuEvents.event("TEXT_CLICKED")).unread.isEmpty)
    }

    @Test("an event without a type is handed over too")
    func noType() throws {
        guard case .unrecognized(let event) = try SimpuEvents.delivery(#"{"id":"evt.1"}"#).event else {
            throw Unexpected("a type")
        }
        #expect(event.type == nil)
    }

    @Test("oddity 3: money is a text in events, a number elsewhere; exact, and nil where it is neither")
    func amounts() throws {
        for (text, expected) in [(#""12.0""#, 12), (#""100.05""#, 100.05), ("100.05", 100.05), ("12", 12)]
            as [(String, Decimal)]
        {
            #expect(try SimpuEvents.airtime(#"{"amount":\#(text)}"#).amount == expected)
        }
        #expect(try SimpuEvents.airtime(#"{"amount":"0.10"}"#).amount?.description == "0.1")
        #expect(try SimpuEvents.airtime(#"{"amount":"much","status":"success"}"#).amount == nil)
    }

    @Test("oddity 4: the network in any case")
    func networks() throws {
        for word in ["GLO", "Glo", "glo"] {
            let event = try SimpuEvents.airtime(#"{"network":"\#(word)"}"#)
            #expect(event.isGlo && !event.isMtn && event.network == word)
        }
        #expect(try SimpuEvents.airtime(#"{"network":"9MOBILE"}"#).isNineMobile)
        #expect(try SimpuEvents.airtime(#"{"network":"AIRTEL"}"#).isAirtel)
        #expect(try SimpuEvents.airtime(#"{"network":"mtn"}"#).isMtn)
        #expect(try SimpuEvents.airtime(#"{"network":"Ntel"}"#).isNtel)
        #expect(try SimpuEvents.airtime(#"{"network":"SMILE"}"#).isGlo == false)
        #expect(try SimpuEvents.airtime("{}").isGlo == false)
    }

    @Test("oddity 2: the thing's date has no zone and is UTC; one that cannot be read spoils nothing")
    func dates() throws {
        let event = try SimpuEvents.airtime(#"{"created_datetime":"2024-09-23T20:19:59.873639"}"#)
        let date = try #require(event.createdDatetime)
        #expect(abs(date.timeIntervalSince1970 - 1_727_122_799.873639) < 1e-6)
        #expect(try SimpuEvents.airtime(#"{"created_datetime":"soon","status":"success"}"#).status == .success)
        let odd = SimpuEvents.event("AIRTIME_SUCCESS", timestamp: "the day before yesterday")
        #expect(name(try SimpuEvents.delivery(odd).event) == "airtime.success")
        #expect(try SimpuEvents.delivery(odd).timestamp == nil)
    }

    @Test(
        "oddity 2: the event's date is in English words, in UTC",
        arguments: [
            ("Sep 23, 2024, 8:20:01 PM", 1_727_122_801.0), ("Jan 1, 2025, 12:00:05 AM", 1_735_689_605),
            ("Dec 31, 2024, 12:59:59 PM", 1_735_649_999), ("Feb 29, 2024, 11:00:00 AM", 1_709_204_400),
        ]
    )
    func englishDates(text: String, seconds: Double) throws {
        let delivery = try SimpuEvents.delivery(SimpuEvents.event("AIRTIME_SUCCESS", timestamp: text))
        #expect(delivery.timestamp?.timeIntervalSince1970 == seconds)
        #expect(delivery.payload.timestamp == nil)
        #expect(delivery.json["timestamp"] == .string(text))
    }

    @Test("ids as numbers, and members that are null, absent or new")
    func leniency() throws {
        let event = try SimpuEvents.airtime(
            #"{"recipient":2348000000001,"network":null,"status":null,"callback":null,"new":{"a":1},"id":7}"#
        )
        #expect(event.recipient == "2348000000001")
        #expect(event.id == "7")
        #expect(event.network == nil && event.status == nil && event.callback == nil)
        #expect(event.extra["new"] == ["a": 1])
        #expect(try SimpuEvents.airtime(#"{"status":"reversed"}"#).status?.rawValue == "reversed")
    }

    @Test("what a text and an e-mail have: the reference by either name, reason and link")
    func messages() throws {
        let text = try SimpuEvents.delivery(
            SimpuEvents.event("TEXT_UNDELIVERED", #"{"id":"1","external_aggregate_ref":"o-1","reason":"absent"}"#)
        ).event
        guard case .textUndelivered(let undelivered) = text else { throw Unexpected(text) }
        #expect(undelivered.externalRef == "o-1" && undelivered.reason == "absent")
        let email = try SimpuEvents.delivery(
            SimpuEvents.event(
                "email.clicked",
                #"{"external_ref":"m-7","link":"https://shop.example","status":"clicked"}"#
            )
        ).event
        guard case .emailClicked(let clicked) = email else { throw Unexpected(email) }
        #expect(clicked.externalRef == "m-7" && clicked.link == "https://shop.example" && clicked.status == .clicked)
    }

    @Test("statuses late, twice and out of order never lead back")
    func order() throws {
        var airtime = AirtimeStatus.pending
        for status in [AirtimeStatus.sent, .pending, .success, .sent, .success] where status.advances(from: airtime) {
            airtime = status
        }
        #expect(airtime == .success)
        #expect(AirtimeStatus.duplicate.advances(from: .pending) && AirtimeStatus.failed.advances(from: .sent))
        #expect(!AirtimeStatus.failed.advances(from: .success) && !AirtimeStatus.pending.advances(from: .error))
        var text = TextStatus.clicked
        for status in [TextStatus.delivered, .clicked] where status.advances(from: text) { text = status }
        #expect(text == .clicked)
        #expect(TextStatus.clicked.advances(from: .delivered) && !TextStatus.delivered.advances(from: .delivered))
        #expect(!TextStatus.delivered.advances(from: .undelivered))
        var email = EmailStatus.opened
        for status in [EmailStatus.delivered, .opened, .clicked, .opened] where status.advances(from: email) {
            email = status
        }
        #expect(email == .clicked)
        #expect(EmailStatus.bounced.advances(from: .delivered) && !EmailStatus.opened.advances(from: .bounced))
        #expect(!EmailStatus(rawValue: "smelled").advances(from: .delivered))
    }

    @Test("D13 W40 a genuine event with any byte changed, and signed as it then is, is delivered; a part of it is read")
    func anyByte() throws {
        let webhook = try SimpuEvents.webhook()
        let object = #"{"amount":"12.0","network":"GLO","status":"success","callback":{"a":[1]}}"#
        let body = Array(SimpuEvents.event("AIRTIME_SUCCESS", object).utf8)
        let changed = try ChangedEvents(of: body, to: webhook)
        #expect(changed.wrong.isEmpty)
        #expect(changed.readCount > 0 && changed.unrecognizedCount > 0)
    }
}
