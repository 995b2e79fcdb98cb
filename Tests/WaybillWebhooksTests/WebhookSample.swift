import HTTPTypes
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillSigning
@_spi(Generated) @testable import WaybillWebhooks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A webhook's scheme, expressed by data alone, with a secret and the means to forge requests for it.
struct WebhookSample: Sendable, CustomTestStringConvertible {
    let definition: WebhookDefinition
    var secrets: [String]
    var now = Duration.seconds(1_750_000_000)

    var scheme: WebhookSignatureScheme { definition.scheme }
    var clock: RuntimeClock { ManualClock(now: now).runtime }
    var testDescription: String { definition.name }

    static let connectly = WebhookSample(
        "connectly",
        WebhookSignatureScheme(algorithm: .sha256, encoding: .base64, header: "x-connectly-hmac-sha256"),
        secret: "connectly_test"
    )

    static let simpu = WebhookSample(
        "simpu",
        WebhookSignatureScheme(algorithm: .sha512, encoding: .base64, header: "x-simpu-webhook-signature"),
        deduplication: .field("id"),
        secret: "simpu_test"
    )

    static let github = WebhookSample(
        "github",
        WebhookSignatureScheme(
            algorithm: .sha256,
            encoding: .hex,
            header: "X-Hub-Signature-256",
            value: "sha256={signature}"
        ),
        deduplication: .header("X-GitHub-Delivery"),
        secret: "It's a Secret to Everybody"
    )

    static let standard = WebhookSample(
        "standard",
        .standard,
        deduplication: .header("webhook-id"),
        secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    )

    static let stripe = WebhookSample(
        "stripe",
        WebhookSignatureScheme(
            algorithm: .sha256,
            encoding: .hex,
            signs: "{timestamp}.{body}",
            header: "Stripe-Signature",
            value: "v1={signature}",
            separator: .comma,
            timestamp: .inSignature("t={timestamp}")
        ),
        deduplication: .field("id"),
        secret: "whsec_test"
    )

    static let all = [connectly, simpu, github, standard, stripe]
    static let timestamped = [standard, stripe]
    static let base64 = [connectly, simpu, standard]
    static let hex = [github, stripe]

    private init(
        _ name: String,
        _ scheme: WebhookSignatureScheme,
        deduplication: WebhookDeduplicationKey = .signature,
        secret: String
    ) {
        definition = WebhookDefinition(
            name: name,
            scheme: scheme,
            deduplication: deduplication,
            type: "type",
            acknowledgement: WebhookAcknowledgement(statuses: [200, 202], refusal: 401)
        )
        secrets = [secret]
    }

    func verifier(_ configuration: WebhookConfiguration? = nil) throws -> WebhookVerifier {
        let configuration = configuration ?? WebhookConfiguration(clock: clock)
        return try WebhookVerifier(definition: definition, secrets: secrets, configuration: configuration)
    }

    func webhook(_ configuration: WebhookConfiguration? = nil) throws -> SampleWebhook {
        let configuration = configuration ?? WebhookConfiguration(clock: clock)
        return SampleWebhook(
            receiver: try WebhookReceiver(
                definition,
                secrets: secrets,
                configuration: configuration
            ) {
                $0.value().map(ReceivedModel.event)
            }
        )
    }

    /// A right signature, without what the header field puts around it.
    func signature(_ body: [UInt8], timestamp: String = "1750000000", id: String = "msg_1") throws -> String {
        let text = scheme.signature(secret: secrets[0], body: body, timestamp: timestamp, id: id)
        guard let text else { throw WebhookSampleError.unsignable }
        return text
    }

    /// The header fields of a request with any signature.
    func headers(_ signature: String, timestamp: String = "1750000000", id: String = "msg_1") -> HTTPFields {
        var value = scheme.value.replacing("{signature}", with: signature)
        if case .inSignature = scheme.timestamp { value = "t=\(timestamp),\(value)" }
        return headers(field: value, timestamp: timestamp, id: id)
    }

    /// The header fields of a request with any value in the signature's field.
    func headers(field value: String, timestamp: String = "1750000000", id: String = "msg_1") -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in [(scheme.header, value), ("webhook-id", id), ("webhook-timestamp", timestamp)] {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return fields
    }
}

/// A webhook whose events are JSON of any form.
struct SampleWebhook: APIWebhook {
    let receiver: WebhookReceiver<ReceivedModel<JSONValue>>
}

enum WebhookSampleError: Error {
    case unsignable
    case storeIsDown
    case workFailed
}

extension WebhookVerifier {
    /// What comes of a request, as one word.
    func verdict(_ body: [UInt8], _ headers: HTTPFields) -> String {
        do {
            _ = try verify(body: body, headers: headers)
            return "accepted"
        } catch {
            switch error {
            case .refused: return "refused"
            case .tooLarge: return "too large"
            }
        }
    }
}

/// Bytes of a text of Base64, in any number of lines.
func bytes(base64 text: String) -> [UInt8] {
    Data(base64Encoded: text.filter { !$0.isWhitespace }).map { Array($0) } ?? []
}
