import Courier
import Foundation
import HTTPTypes
import Testing
import WaybillTesting

/// Deliveries whose time stands in a header, in the signature, in the body, or nowhere.
@Suite struct CourierReceivingTests {
    private static let now = Date(timeIntervalSince1970: 1_700_000_000)

    private func configuration(secondsLater seconds: Int = 0) -> WebhookConfiguration {
        WebhookConfiguration(clock: ManualClock(now: .seconds(1_700_000_000 + seconds)).runtime)
    }

    @Test("a time in a header is signed, and too old a delivery is refused", arguments: [0, 300, 301])
    func header(seconds: Int) throws {
        let webhook = try CourierWebhook(
            secrets: ["whsec_dGVzdC1zZWNyZXQtdGVzdC1zZWNyZXQtdGVzdA=="],
            configuration: configuration(secondsLater: seconds)
        )
        let body = Array(#"{"kind":"PICKUP_DONE","data":{"pickup":{"id":7}}}"#.utf8)
        var headers = webhook.sign(body: body, id: "msg_1", now: Self.now)
        let name = try #require(HTTPField.Name("webhook-timestamp"))
        #expect(headers[name] == "1700000000")
        if seconds > 300 {
            #expect(throws: WebhookError.refused) { try webhook.receive(body: body, headers: headers) }
            return
        }
        let delivery = try webhook.receive(body: body, headers: headers)
        #expect(delivery.timestamp == Self.now)
        #expect(delivery.id == "msg_1")
        headers[name] = "1700000001"
        #expect(throws: WebhookError.refused) { try webhook.receive(body: body, headers: headers) }
    }

    @Test("a time beside the signature is signed too")
    func signature() throws {
        let webhook = try RoadWebhook(secrets: ["road"], configuration: configuration())
        let body = Array(#"{"van":"v1","road":"far"}"#.utf8)
        let delivery = try webhook.receive(body: body, headers: webhook.sign(body: body, now: Self.now))
        #expect(delivery.timestamp == Self.now)
        guard case .event(let van) = delivery.event else {
            Issue.record("\(delivery.event)")
            return
        }
        #expect(van.road == .far)
    }

    @Test("a time in the body is read in the form that the spec names")
    func body() throws {
        let van = try VanWebhook(secrets: ["van"])
        let vanBody = Array(#"{"van":"v1","at":1700000000}"#.utf8)
        let vanDelivery = try van.receive(body: vanBody, headers: van.sign(body: vanBody))
        #expect(vanDelivery.timestamp == Self.now)
        #expect(vanDelivery.id == "v1")
        let driver = try DriverWebhook(secrets: ["driver"])
        let driverBody = Array(#"{"van":"v1","at":"Nov 14, 2023, 10:13:20 PM"}"#.utf8)
        #expect(try driver.receive(body: driverBody, headers: driver.sign(body: driverBody)).timestamp == Self.now)
        let locker = try LockerWebhook(secrets: ["locker"])
        let lockerBody = Array(#"{"event":{"id":1,"at":"2023-11-14T22:13:20Z","state":"high"}}"#.utf8)
        let lockerDelivery = try locker.receive(body: lockerBody, headers: locker.sign(body: lockerBody))
        #expect(lockerDelivery.timestamp == Self.now)
        guard case .event(let event) = lockerDelivery.event else {
            Issue.record("\(lockerDelivery.event)")
            return
        }
        #expect(event.event.state == .high)
    }

    @Test("a webhook that sends one model delivers what is none as it came")
    func unreadable() throws {
        let webhook = try VanWebhook(secrets: ["van"])
        let body = Array(#"{"van":7,"at":1700000000}"#.utf8)
        let delivery = try webhook.receive(body: body, headers: webhook.sign(body: body))
        guard case .unrecognized(let event) = delivery.event else {
            Issue.record("\(delivery.event)")
            return
        }
        #expect(event.type == nil && event.json?["van"] == 7 && event.reason?.path == "van")
        #expect(delivery.id == "7" && delivery.timestamp == Self.now)
    }

    @Test("a copy during the work is answered with the status that the spec says, or else 503")
    func busy() {
        #expect(RoadWebhook.acknowledgement.busy == 409)
        #expect(VanWebhook.acknowledgement.busy == 503)
    }

    @Test("an event without its name is known by the member that `has` names, or else is the one for `absent`")
    func unnamed() throws {
        let webhook = try CourierWebhook(secrets: ["whsec_dGVzdA=="], configuration: configuration())
        for (text, isLost) in [(#"{"lostAt":"2023-11-14T22:13:20Z"}"#, true), (#"{"title":"T"}"#, false)] {
            let headers = webhook.sign(body: Array(text.utf8), id: "m", now: Self.now)
            switch try webhook.receive(body: Array(text.utf8), headers: headers).event {
            case .lost(let event): #expect(isLost && event.lostAt == Self.now)
            case .note(let note): #expect(!isLost && note.title == "T")
            case let other: Issue.record("\(other)")
            }
        }
    }
}
