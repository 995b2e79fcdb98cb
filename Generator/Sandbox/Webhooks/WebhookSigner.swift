import HTTPTypes
@_spi(Generated) package import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

/// Signs and checks the deliveries of one webhook of a spec, with the code that the generated clients use.
public struct WebhookSigner: Sendable {
    private let definition: WebhookDefinition
    private let secrets: [String]

    /// Makes a signer.
    /// - Parameters:
    ///   - webhook: The webhook, as the spec has it.
    ///   - secrets: One to five secrets; the first one signs.
    /// - Throws: A sentence that tells which secret cannot be used, and why.
    package init(_ webhook: ResolvedWebhook, secrets: [String]) throws(WebhookProblem) {
        self.secrets = secrets
        definition = webhook.definition
        _ = try verifier(secrets, at: nil)
    }

    /// A secret in the form that the service gives its own, for those who have none at hand.
    package static func exampleSecret(of webhook: ResolvedWebhook) -> String {
        let format = webhook.definition.scheme.secret
        guard format.encoding == .base64 else {
            return (webhook.secretLooksLike ?? "") + "sandbox_webhook_secret"
        }
        // The Base64 of "sandbox-webhook-secret-32-bytes!".
        return (format.prefix ?? "") + "c2FuZGJveC13ZWJob29rLXNlY3JldC0zMi1ieXRlcyE="
    }

    /// Signs a body.
    /// - Parameters:
    ///   - body: The body's bytes.
    ///   - id: The delivery's id, for webhooks that have one in a header; nil makes one.
    ///   - seconds: When it is signed, in seconds since 1970; nil: now.
    ///   - tampering: What is changed afterwards.
    /// - Throws: A sentence where the webhook cannot sign this id.
    public func message(
        body: [UInt8],
        id: String? = nil,
        at seconds: Int64? = nil,
        tampering: WebhookTampering? = nil
    ) throws(WebhookProblem) -> WebhookMessage {
        let signed = tampering == .signature ? body + Array("?".utf8) : body
        let fields = try verifier(secrets, at: seconds).sign(body: signed, id: id)
        guard !fields.isEmpty else { throw WebhookProblem("the id cannot be signed; take one of letters and digits") }
        var headers = [(name: "Content-Type", value: "application/json")]
        for field in fields { headers.append((field.name.rawName, field.value)) }
        // By what a repeated delivery is known has to be there, signed or not.
        if case .header(let name) = definition.deduplication,
            !headers.contains(where: { $0.name.lowercased() == name.lowercased() })
        {
            headers.append((name, id ?? "msg_" + String(UInt64.random(in: .min ... .max), radix: 36)))
        }
        return WebhookMessage(headers: headers, body: tampering == .body ? body + Array(" ".utf8) : body)
    }

    /// Checks a delivery.
    /// - Parameters:
    ///   - message: All its header fields, and the body's bytes.
    ///   - seconds: The time that its timestamp is compared with, in seconds since 1970; nil: now.
    public func check(_ message: WebhookMessage, at seconds: Int64? = nil) -> WebhookVerdict {
        do throws(WebhookProblem) {
            let fields = Self.fields(message.headers)
            let verifier = try verifier(secrets, at: seconds)
            do throws(WebhookError) {
                return .holds(secret: try verifier.verify(body: message.body, headers: fields).matchedSecret)
            } catch .refused {
                return .fails(try reason(message.body, fields, at: seconds))
            } catch {
                return .fails("\(error)")
            }
        } catch {
            return .fails(error.description)
        }
    }

    /// Whether a status says that a delivery has arrived.
    public func isAcknowledged(by status: Int) -> Bool {
        definition.acknowledgement.isAcknowledged(by: status)
    }

    /// The body with another id of its event, every other byte as it was.
    /// - Throws: A sentence where the webhook's events have no id in their body.
    public func body(_ body: [UInt8], withID id: String) throws(WebhookProblem) -> [UInt8] {
        switch definition.deduplication {
        case .header: return body
        case .signature:
            guard definition.scheme.id == nil else { return body }
            throw WebhookProblem("the events of \(definition.name) have no id; leave it out")
        case .field(let path):
            guard let old = DottedPath(path).value(in: try? JSONValue(parsing: body)), old.stringValue != nil,
                let range = body.firstRange(of: old.serialized())
            else { throw WebhookProblem("the body has no text at \(path), where the id stands") }
            return body[..<range.lowerBound] + JSONValue.string(id).serialized() + body[range.upperBound...]
        }
    }

    private func verifier(
        _ secrets: [String],
        at seconds: Int64?,
        tolerance: Duration? = nil
    ) throws(WebhookProblem) -> WebhookVerifier {
        var clock = RuntimeClock.system
        if let seconds { clock.now = { .seconds(seconds) } }
        let configuration = WebhookConfiguration(tolerance: tolerance, clock: clock)
        do throws(ConfigurationError) {
            return try WebhookVerifier(definition: definition, secrets: secrets, configuration: configuration)
        } catch {
            throw WebhookProblem("\(error)")
        }
    }

    private static func fields(_ pairs: [(name: String, value: String)]) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in pairs {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        return fields
    }
}

extension WebhookSigner {
    /// What a developer at a command line may know of a refusal, and a stranger at a server may not.
    private func reason(_ body: [UInt8], _ fields: HTTPFields, at seconds: Int64?) throws(WebhookProblem) -> String {
        for name in needed where HTTPField.Name(name).map({ fields[values: $0].count }) != 1 {
            return "there must be exactly one header \(name)"
        }
        if definition.scheme.timestamp != nil {
            let patient = try verifier(secrets, at: seconds, tolerance: .seconds(10_000_000_000))
            if (try? patient.verify(body: body, headers: fields)) != nil {
                return "the signature is right, but its time is too far from the clock's"
            }
        }
        let verifier = try verifier(secrets, at: seconds)
        if body.last == UInt8(ascii: "\n"), (try? verifier.verify(body: body.dropLast(), headers: fields)) != nil {
            return "the signature is that of the body without its final line break; pass the exact bytes"
        }
        return "no secret gives this signature for these bytes"
    }

    private var needed: [String] {
        var names = [definition.scheme.header]
        if let id = definition.scheme.id { names.append(id) }
        if case .header(let name)? = definition.scheme.timestamp { names.append(name) }
        return names
    }
}
