import SpecYAML
import Testing
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

@testable import Pipeline
@testable import Sandbox

/// A scheme that signs an id and a time, under a secret in Base64 (Standard Webhooks 1.0.0).
@Suite struct TimestampedWebhookTests {
    private static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private static let body = Array(#"{"test": 2432232314}"#.utf8)

    private static func webhook() -> ResolvedWebhook {
        let scheme = WebhookSignatureScheme(
            algorithm: .sha256,
            encoding: .base64,
            signs: "{id}.{timestamp}.{body}",
            header: "webhook-signature",
            value: "v1,{signature}",
            separator: .space,
            secret: WebhookSecretFormat(encoding: .base64, prefix: "whsec_"),
            id: "webhook-id",
            timestamp: .header("webhook-timestamp"),
            tolerance: .seconds(300)
        )
        return ResolvedWebhook(
            name: "Standard",
            location: SourceLocation(file: "a.yaml", line: 1, column: 1, endLine: 1, endColumn: 1),
            about: nil,
            notes: nil,
            secretAbout: nil,
            secretLooksLike: nil,
            definition: WebhookDefinition(
                name: "Standard",
                scheme: scheme,
                deduplication: .header("webhook-id"),
                acknowledgement: WebhookAcknowledgement(statuses: [], refusal: 401)
            ),
            event: .format(.object),
            vectors: [],
            examples: [],
            certainty: []
        )
    }

    @Test("The specification's own example is signed as it says")
    func vector() throws {
        let signer = try WebhookSigner(Self.webhook(), secrets: [Self.secret])
        let message = try signer.message(
            body: Self.body,
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
            at: 1_614_265_330
        )
        let signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
        #expect(message.headers.contains { $0 == ("webhook-signature", signature) })
        #expect(message.headers.contains { $0 == ("webhook-timestamp", "1614265330") })
        #expect(signer.check(message, at: 1_614_265_630) == .holds(secret: 0))
        let reason = "the signature is right, but its time is too far from the clock's"
        #expect(signer.check(message, at: 1_614_265_631) == .fails(reason))
        #expect(signer.check(message) == .fails(reason))
    }

    @Test("The example secret can be used, and an id that hides where it ends cannot")
    func ids() throws {
        let secret = WebhookKeySet.example(of: Self.webhook()).shown
        let signer = try WebhookSigner(Self.webhook(), secrets: [secret])
        #expect(try signer.check(signer.message(body: Self.body)) == .holds(secret: 0))
        #expect(throws: WebhookProblem.self) { try signer.message(body: Self.body, id: "a.1") }
        #expect(throws: WebhookProblem.self) { try WebhookSigner(Self.webhook(), secrets: ["whsec_?"]) }
    }
}
