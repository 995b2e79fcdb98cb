import Foundation
import SpecYAML
import Testing
import WaybillJSON

@testable import Pipeline

@Suite struct WebhookDecodingTests {
    private func read(_ folder: String) throws -> Spec {
        let files = try SpecFiles.load(folder: folder, shownAs: "")
        var diagnostics = DiagnosticCollector()
        let spec = SpecReader.read(files, into: &diagnostics)
        #expect(DiagnosticFormatter(files: files).format(diagnostics.all) == "")
        return try #require(spec).spec
    }

    private func fixture(_ name: String) throws -> WebhookSpec {
        let spec = try read(SpecFixture.folder.path + "/Valid-webhooks/" + name)
        return try #require(spec.webhooks.first).value
    }

    @Test("V01 Standard Webhooks is a spec like others, and its published vector holds")
    func standardWebhooks() throws {
        let webhook = try fixture("standard-webhooks")
        #expect(webhook.secret.encoding?.value == .base64)
        #expect(webhook.secret.prefix?.value == "whsec_")
        #expect(webhook.signature.separator?.value == .space)
        #expect(webhook.signature.headerValue.value == "v1,{signature}")
        #expect(webhook.signature.idHeader?.value == "webhook-id")
        #expect(webhook.signature.tolerance?.value == 300_000)
        #expect(webhook.deduplicate.value == .header("webhook-id"))
        #expect(webhook.acknowledge.map(\.value) == [200, 202, 204])
        #expect(webhook.vectors.first?.id?.value == "msg_p5jXN8AQM9LWM0D4loKWxJek")
        guard case .header(let name)? = webhook.signature.timestamp else {
            Issue.record("the time is in no header")
            return
        }
        #expect(name.value == "webhook-timestamp")
    }

    @Test("V01 Stripe's manner is a spec like others: the time stands beside the signatures")
    func stripe() throws {
        let webhook = try fixture("stripe")
        #expect(webhook.secret.encoding?.value == .utf8)
        #expect(webhook.signature.separator?.value == .comma)
        #expect(webhook.signature.idHeader == nil)
        #expect(webhook.deduplicate.value == .field("id"))
        #expect(webhook.keepFor?.value == 90_000_000)
        #expect(webhook.bodyLimit?.value == 1_048_576)
        guard case .inSignature(let value)? = webhook.signature.timestamp else {
            Issue.record("the time is not in the signature's header")
            return
        }
        #expect(value.value == "t={timestamp}")
    }

    @Test("V01 the webhook of the API with a base path: text without a topic, ten vectors")
    func connectly() throws {
        let spec = try read(SpecFixture.specs.path + "/connectly")
        let webhook = try #require(spec.webhooks.first)
        #expect(webhook.name.value == "ConnectlyWebhook")
        #expect(webhook.value.vectors.count == 10)
        #expect(webhook.value.vectors[1].body.value == [])
        #expect(webhook.value.deduplicate.value == .signature)
        #expect(webhook.value.keepFor?.value == 90_000_000)
        #expect(webhook.value.bodyLimit?.value == 1_048_576)
        let event = try #require(spec.unions.first { $0.name.value == "ConnectlyEvent" })
        #expect(event.value.by.value == .field(path: "topic", absent: "message", isNormalised: false))
    }

    @Test("V01 the webhook whose events are spelt in two ways")
    func simpu() throws {
        let spec = try read(SpecFixture.specs.path + "/simpu")
        let webhook = try #require(spec.webhooks.first).value
        #expect(webhook.signature.algorithm.value == .sha512)
        #expect(webhook.vectors.count == 10)
        #expect(webhook.vectors.last?.body.value.contains(0xFF) == true)
        let event = try #require(spec.unions.first { $0.name.value == "SimpuEvent" }).value
        #expect(event.by.value == .field(path: "type", absent: nil, isNormalised: true))
        #expect(event.cases.first?.value.at?.value == "data.object")
        let resolved = try #require(Definitions(spec).type(.named("SimpuEvent")).union).value
        for word in ["AIRTIME_SUCCESS", "airtime.success", "airtime_SUCCESS"] {
            #expect(resolved.shape(of: ["type": .string(word)])?.name == "airtime.success")
        }
        #expect(resolved.shape(of: ["type": "airtime success"]) == nil)
        #expect(resolved.shape(of: [:]) == nil)
    }

    @Test(
        "sizes in bytes, and what is none",
        arguments: [
            ("1", 1), ("65536", 65536), ("64 KiB", 65536), ("1 MiB", 1_048_576), ("64KiB", nil), ("64 KB", nil),
            ("-1", nil), ("1.5 MiB", nil), ("KiB", nil), ("", nil), ("9223372036854775807 KiB", nil),
        ] as [(String, Int?)]
    )
    func sizes(_ text: String, _ bytes: Int?) {
        var log = DecodingLog()
        let file = SourceFile(path: "a.yaml", text: "a: '\(text)'")
        let member = YAMLParser.parse(file, into: &log.diagnostics)?.mapping?.first
        #expect(member.flatMap { Kind.size.decode($0, &log) }?.value == bytes)
        #expect(log.hasLosses == (bytes == nil))
    }
}
