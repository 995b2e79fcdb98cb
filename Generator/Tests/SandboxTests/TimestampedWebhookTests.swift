import SpecYAML
import Testing

@testable import Pipeline
@testable import Sandbox

/// A scheme that signs an id and a time, under a secret in Base64 (Standard Webhooks 1.0.0).
@Suite struct TimestampedWebhookTests {
    private static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private static let body = Array(#"{"test": 2432232314}"#.utf8)

    private static func located<Value>(_ value: Value) -> Located<Value> {
        Located(value, at: SourceLocation(file: "a.yaml", line: 1, column: 1, endLine: 1, endColumn: 1))
    }

    private static func webhook() -> Named<WebhookSpec> {
        let place = located(0).location
        var signature = WebhookSignatureSpec(
            algorithm: located(.sha256),
            encoding: located(.base64),
            signs: located("{id}.{timestamp}.{body}"),
            headerName: located("webhook-signature"),
            headerValue: located("v1,{signature}")
        )
        signature.separator = located(.space)
        signature.idHeader = located("webhook-id")
        signature.timestamp = .header(located("webhook-timestamp"))
        signature.tolerance = located(300_000)
        var webhook = WebhookSpec(
            location: place,
            signature: signature,
            deduplicate: located(.header("webhook-id")),
            refuse: located(401),
            event: located("Event")
        )
        webhook.secret.encoding = located(.base64)
        webhook.secret.prefix = located("whsec_")
        return Named(located("Standard"), webhook)
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
        let secret = WebhookSigner.exampleSecret(of: Self.webhook().value)
        let signer = try WebhookSigner(Self.webhook(), secrets: [secret])
        #expect(try signer.check(signer.message(body: Self.body)) == .holds(secret: 0))
        #expect(throws: WebhookProblem.self) { try signer.message(body: Self.body, id: "a.1") }
        #expect(throws: WebhookProblem.self) { try WebhookSigner(Self.webhook(), secrets: ["whsec_?"]) }
    }
}
