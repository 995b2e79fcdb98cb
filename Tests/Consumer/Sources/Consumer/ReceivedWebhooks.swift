import Connectly
import Simpu

/// Receives webhooks as a server of any framework does: bytes and header fields in, an event out.
enum ReceivedWebhooks {
    private static let simpuBody = Array(
        #"{"data":{"object":{"amount":"12.0","recipient":"2348000000001","network":"GLO","status":"success"}},"id":"evt.airtime_1","object":"event","type":"AIRTIME_SUCCESS"}"#
            .utf8
    )

    static func run(_ checks: inout Checks) async throws {
        try switchesOverConnectlyEvents(&checks)
        try switchesOverSimpuEvents(&checks)
        try refusesForgeries(&checks)
        try rotatesSecrets(&checks)
        try await worksOnce(&checks)
    }

    private static func switchesOverConnectlyEvents(_ checks: inout Checks) throws {
        let webhook = try ConnectlyWebhook(secrets: ["secret"])
        let bodies = [
            #"{"timestamp":"1700000000","sender":{"id":"1","channelType":"whatsapp"},"message":{"text":"Hi"}}"#,
            #"{"topic":"delivery_status","statusUpdate":{"id":"01HF1","status":"read","error":null},"callbackData":7}"#,
            #"{"topic":"report","report":{"id":"c1","name":"Daily"}}"#,
            #"{"topic":"channel_moved"}"#,
        ]
        var kinds: [String] = []
        for body in bodies.map({ Array($0.utf8) }) {
            let delivery = try webhook.receive(body: body, headers: webhook.sign(body: body))
            switch delivery.event {
            case .message(let message): kinds.append("message \(message.content.text ?? "")")
            case .deliveryStatus(let change): kinds.append("\(change.update.id) \(change.update.status.rawValue)")
            case .report(let notice): kinds.append("report \(notice.report.name ?? "")")
            case .unrecognized(let event): kinds.append("unrecognized \(event.type ?? "")")
            @unknown default: kinds.append("newer than this program")
            }
        }
        let expected = ["message Hi", "01HF1 read", "report Daily", "unrecognized channel_moved"]
        checks.expect(kinds == expected, "events are switched over")
    }

    private static func switchesOverSimpuEvents(_ checks: inout Checks) throws {
        let webhook = try SimpuWebhook(secrets: ["secret"])
        let pairs = webhook.sign(body: simpuBody).map { (name: $0.name.rawName, value: $0.value) }
        let delivery = try webhook.receive(body: simpuBody, headers: pairs)
        let kind =
            switch delivery.event {
            case .airtimeSuccess(let airtime): "\(airtime.amount ?? 0) to \(airtime.recipient ?? "")"
            case .airtimeFailed, .airtimeDuplicate, .airtimeError: "no airtime"
            case .textDelivered, .textUndelivered, .textClicked: "text"
            case .emailDelivered, .emailBounced, .emailOpened, .emailClicked: "e-mail"
            case .unrecognized(let event): "unrecognized \(event.type ?? "")"
            @unknown default: "newer than this program"
            }
        checks.expect(kind == "12 to 2348000000001", "header fields can be pairs, and money is a decimal")
        checks.expect(delivery.id == "evt.airtime_1", "the event's id tells copies")
        checks.expect(delivery.payload.timestamp == nil, "nobody has signed when it was sent")
        checks.expect(delivery.json["object"] == "event", "the whole body can be read")
        checks.expect(SimpuWebhook.acknowledgement.statuses == [200, 201, 202], "what acknowledges is public")
    }

    private static func refusesForgeries(_ checks: inout Checks) throws {
        let webhook = try SimpuWebhook(secrets: ["secret"])
        let headers = webhook.sign(body: simpuBody)
        do throws(WebhookError) {
            _ = try webhook.receive(body: simpuBody + [0x20], headers: headers)
            checks.expect(false, "a changed body is refused")
        } catch {
            checks.expect(error == .refused, "a changed body is refused")
            checks.expect(SimpuWebhook.acknowledgement.status(for: error) == 401, "with the status of the spec")
        }
    }

    private static func rotatesSecrets(_ checks: inout Checks) throws {
        let headers = try SimpuWebhook(secrets: ["old"]).sign(body: simpuBody)
        let delivery = try SimpuWebhook(secrets: ["new", "old"]).receive(body: simpuBody, headers: headers)
        checks.expect(delivery.matchedSecret == 1, "the delivery tells which secret it was")
    }

    private static func worksOnce(_ checks: inout Checks) async throws {
        struct Failure: Error {}
        let webhook = try SimpuWebhook(secrets: ["secret"])
        let headers = webhook.sign(body: simpuBody)
        let store = InMemoryDeduplicationStore()
        var worked = 0
        for turn in 0..<3 {
            do {
                let status = try await webhook.process(body: simpuBody, headers: headers, store: store) { _ in
                    worked += 1
                    if turn == 0 { throw Failure() }
                }
                checks.expect(status == 200 && turn > 0, "work and copies are acknowledged")
            } catch is Failure {
                checks.expect(turn == 0, "the error of the work comes out")
            }
        }
        checks.expect(worked == 2, "work that failed is repeated, and then no more")
        let key = try webhook.receive(body: simpuBody, headers: headers).key
        checks.expect(key == "SimpuWebhook:evt.airtime_1", "what a table of one's own knows the event by is public")
        checks.expect(try store.claim(key, as: ClaimID(), lease: .seconds(1)) == .done, "a store can be asked")
    }
}
