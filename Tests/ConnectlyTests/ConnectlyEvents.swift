import Connectly
import HTTPTypes
import TestSupport

/// Bodies of Connectly's events, signed as Connectly does it.
enum ConnectlyEvents {
    static let secret = "connectly-test-secret-1"
    static let header = "x-connectly-hmac-sha256"

    /// A customer's text, with more members or others.
    static func message(_ members: String = #""message":{"text":"Hi"}"#) -> String {
        #"""
        {"timestamp":"1700000000","sender":{"id":"+16045550199","channelType":"whatsapp","name":"Ada"},\#
        "recipient":{"id":"+16045550100","channelType":"whatsapp"},\#(members)}
        """#
    }

    /// What became of a message.
    static func status(_ word: String, id: String = "01HF0000000000000000000001", rest: String = "") -> String {
        #"""
        {"topic":"delivery_status","timestamp":"1700000100","sender":{"id":"+16045550100","channelType":"whatsapp",\#
        "name":null},"recipient":{"id":"+16045550199","channelType":"whatsapp","name":null},\#
        "statusUpdate":{"id":"\#(id)","status":"\#(word)"}\#(rest)}
        """#
    }

    /// A webhook with these secrets.
    static func webhook(_ secrets: String...) throws -> ConnectlyWebhook {
        try ConnectlyWebhook(secrets: secrets.isEmpty ? [secret] : secrets)
    }

    /// The delivery of a body that is signed with the secret.
    static func delivery(_ body: String) throws -> WebhookDelivery<ConnectlyEvent> {
        let webhook = try webhook()
        let bytes = Array(body.utf8)
        return try webhook.receive(body: bytes, headers: webhook.sign(body: bytes))
    }

    /// The customer's message in a body.
    static func inbound(_ body: String) throws -> InboundMessage {
        let event = try delivery(body).event
        guard case .message(let message) = event else { throw Unexpected(event) }
        return message
    }

    /// The delivery status in a body.
    static func update(_ body: String) throws -> DeliveryUpdate {
        let event = try delivery(body).event
        guard case .deliveryStatus(let update) = event else { throw Unexpected(event) }
        return update
    }
}
