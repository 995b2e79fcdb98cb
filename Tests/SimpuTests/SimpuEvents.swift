import Simpu
import TestSupport

/// Bodies of Simpu's events, signed as Simpu does it.
enum SimpuEvents {
    static let secret = "simpu-test-secret-1"
    static let header = "x-simpu-webhook-signature"

    /// An event of a type, about a thing.
    static func event(
        _ type: String,
        _ object: String = "{}",
        id: String = "evt.airtime_1",
        timestamp: String = "Sep 23, 2024, 8:20:01 PM"
    ) -> String {
        #"""
        {"data":{"object":\#(object)},"id":"\#(id)","object":"event","type":"\#(type)","timestamp":"\#(timestamp)"}
        """#
    }

    /// A webhook with these secrets.
    static func webhook(_ secrets: String...) throws -> SimpuWebhook {
        try SimpuWebhook(secrets: secrets.isEmpty ? [secret] : secrets)
    }

    /// The delivery of a body that is signed with the secret.
    static func delivery(_ body: String) throws -> WebhookDelivery<SimpuEvent> {
        let webhook = try webhook()
        let bytes = Array(body.utf8)
        return try webhook.receive(body: bytes, headers: webhook.sign(body: bytes))
    }

    /// The bought airtime that an event is about.
    static func airtime(_ object: String) throws -> AirtimeEvent {
        let event = try delivery(event("AIRTIME_SUCCESS", object)).event
        guard case .airtimeSuccess(let airtime) = event else { throw Unexpected(event) }
        return airtime
    }
}
