import Connectly
import HTTPTypes
import Simpu
@_spi(Generated) import WaybillSigning
import WaybillTesting
@_spi(Generated) import WaybillWebhooks

/// Requests to webhooks of several schemes: nothing forged is taken, and everything signed is.
///
/// An input is a byte for the scheme, three lines (the signature's field, an id, a timestamp) and the body. No input knows a
/// secret, so a request that is taken for one of its signatures was forged.
enum WebhookFuzz {
    static func fault(in bytes: [UInt8]) -> String? {
        guard let first = bytes.first, !subjects.isEmpty else { return nil }
        let parts = bytes.dropFirst().split(separator: 0x0A, maxSplits: 3, omittingEmptySubsequences: false)
        let lines = (0..<3).map { $0 < parts.count ? String(decoding: parts[$0], as: UTF8.self) : "" }
        let body = parts.count > 3 ? Array(parts[3]) : []
        return subjects[Int(first) % subjects.count].fault(lines, body)
    }

    private static let subjects: [Subject] = {
        let clock = ManualClock(now: .seconds(1_750_000_000)).runtime
        let configuration = WebhookConfiguration(clock: clock)
        let secret = "7c1f0a5e94d2b36887aa1be3c09d4f52"
        let keyed = "whsec_fB8KXpTStjaIh6obrMnU9QrTfB8KXpTS"
        let known: [Subject?] = [
            (try? ConnectlyWebhook(secrets: [secret], configuration: configuration)).map {
                Subject($0, header: "x-connectly-hmac-sha256")
            },
            (try? SimpuWebhook(secrets: [secret], configuration: configuration)).map {
                Subject($0, header: "x-simpu-webhook-signature")
            },
            (try? FuzzWebhook(.standard, keyed, configuration)).map { Subject($0, header: "webhook-signature") },
            (try? FuzzWebhook(.items, secret, configuration)).map { Subject($0, header: "signature") },
        ]
        return known.compactMap(\.self)
    }()

    /// How many schemes are tried; fewer where one could not be made.
    static var subjectCount: Int { subjects.count }
}

extension WebhookFuzz {
    /// One webhook, whatever its events are.
    private struct Subject: Sendable {
        let fault: @Sendable (_ lines: [String], _ body: [UInt8]) -> String?

        init(_ webhook: some APIWebhook, header: String) {
            fault = { lines, body in
                Self.forgeryFault(webhook, header, lines, body) ?? Self.deliveryFault(webhook, header, lines, body)
            }
        }

        private static func forgeryFault(
            _ webhook: some APIWebhook,
            _ header: String,
            _ lines: [String],
            _ body: [UInt8]
        ) -> String? {
            let names = [header, "webhook-id", "webhook-timestamp"]
            let pairs = zip(names, lines).map { (name: $0, value: $1) }
            return isTaken(webhook, body, pairs) ? "a forged request is taken" : nil
        }

        private static func deliveryFault(
            _ webhook: some APIWebhook,
            _ header: String,
            _ lines: [String],
            _ body: [UInt8]
        ) -> String? {
            let signed = webhook.receiver.sign(body: body).map { (name: $0.name.rawName, value: $0.value) }
            guard let delivery = try? webhook.receive(body: body, headers: signed) else {
                return "a signed request is refused"
            }
            guard delivery.payload.body == body else { return "another body is delivered than was sent" }
            let length = delivery.key.utf8.count
            guard (1...200).contains(length) else { return "a key of \(length) bytes" }
            if isTaken(webhook, body + [0x20], signed) { return "a longer body is taken" }
            if isTaken(webhook, Array(body.dropLast()), signed), !body.isEmpty { return "a shorter body is taken" }
            let second = [(name: header, value: lines[0])]
            if isTaken(webhook, body, signed + second) { return "a second signature is taken" }
            let others = signed.map { (name: $0.name, value: $0.name.lowercased() == header ? lines[0] : $0.value) }
            return isTaken(webhook, body, others) ? "another signature is taken" : nil
        }

        private static func isTaken(
            _ webhook: some APIWebhook,
            _ body: [UInt8],
            _ headers: [(name: String, value: String)]
        ) -> Bool {
            (try? webhook.receive(body: body, headers: headers)) != nil
        }
    }
}

/// A webhook whose events are JSON of any form.
private struct FuzzWebhook: APIWebhook {
    let receiver: WebhookReceiver<ReceivedModel<JSONValue>>

    init(_ scheme: WebhookSignatureScheme, _ secret: String, _ configuration: WebhookConfiguration) throws {
        receiver = try WebhookReceiver(
            WebhookDefinition(
                name: "fuzz",
                scheme: scheme,
                deduplication: .header("webhook-id"),
                type: "type",
                time: WebhookTime(field: "at", form: .epoch)
            ),
            secrets: [secret],
            configuration: configuration
        ) {
            $0.value().map(ReceivedModel.event)
        }
    }
}

extension WebhookSignatureScheme {
    /// A timestamp that stands among the signatures.
    fileprivate static let items = WebhookSignatureScheme(
        algorithm: .sha512,
        encoding: .hex,
        signs: "{timestamp}.{body}",
        header: "signature",
        value: "v1={signature}",
        separator: .comma,
        timestamp: .inSignature("t={timestamp}")
    )
}
