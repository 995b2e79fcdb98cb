import HTTPTypes
import SendGrid
import Testing
import WaybillTesting

/// The signature that the service's own libraries are tested with, and what they refuse.
@Suite struct SendGridSignatureTests {
    private static let publicKey = """
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglS\
        I8eNEc6wEA3F+g==
        """
    private static let signature = """
        MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=
        """
    private static let body = """
        [{"email":"hello@world.com","event":"dropped","reason":"Bounced Address",\
        "sg_event_id":"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA",\
        "sg_message_id":"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0",\
        "smtp-id":"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>","timestamp":1600112492}]\r\n
        """
    private static let sent = 1_600_112_502

    private static func receive(
        _ body: String = body,
        key: String = publicKey,
        signature: String = signature,
        timestamp: String = "\(sent)",
        now: Int = sent
    ) throws -> [WebhookDelivery<MailEvent>] {
        let clock = ManualClock(now: .seconds(now)).runtime
        let webhook = try SendGridWebhook(publicKeys: [key], configuration: WebhookConfiguration(clock: clock))
        let headers = [
            (name: "X-Twilio-Email-Event-Webhook-Signature", value: signature),
            (name: "X-Twilio-Email-Event-Webhook-Timestamp", value: timestamp),
        ]
        return try webhook.receive(body: Array(body.utf8), headers: headers)
    }

    @Test("the published signature holds over the bytes as they came, for a day", arguments: [0, 86_400, -86_400])
    func published(later: Int) throws {
        let deliveries = try Self.receive(now: Self.sent + later)
        guard case .dropped(let report)? = deliveries.first?.event else {
            Issue.record("\(deliveries)")
            return
        }
        #expect(deliveries.count == 1 && report.reason == "Bounced Address" && report.email == "hello@world.com")
        #expect(deliveries[0].id == report.sgEventID)
    }

    @Test("nothing forged is taken, nor anything too old")
    func forged() throws {
        let otherKey = """
            MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqTxd43gyp8IOEto2LdIfjRQrIbsd4SXZkLW6jDutdhXSJCWHw8REntlo7aNDthvj+y7G\
            jUuFDb/R1NGe1OPzpA==
            """
        let otherSignature = """
            MEUCIQCtIHJeH93Y+qpYeWrySphQgpNGNr/U+UyUlBkU6n7RAwIgJTz2C+8a8xonZGi6BpSzoQsbVRamr2nlxFDWYNH3j/0=
            """
        #expect(throws: WebhookError.refused) { try Self.receive(key: otherKey) }
        #expect(throws: WebhookError.refused) { try Self.receive("payload") }
        #expect(throws: WebhookError.refused) { try Self.receive(String(Self.body.dropLast())) }
        #expect(throws: WebhookError.refused) { try Self.receive(signature: otherSignature) }
        #expect(throws: WebhookError.refused) { try Self.receive(timestamp: "timestamp") }
        #expect(throws: WebhookError.refused) { try Self.receive(timestamp: "\(Self.sent + 1)") }
        #expect(throws: WebhookError.refused) { try Self.receive(now: Self.sent + 86_401) }
    }
}
