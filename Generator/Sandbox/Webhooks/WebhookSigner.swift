import HTTPTypes
@_spi(Generated) package import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

/// Signs and checks the deliveries of one webhook of a spec, with the code that the generated clients use.
public struct WebhookSigner: Sendable {
    private let webhook: ResolvedWebhook
    private var definition: WebhookDefinition { webhook.definition }
    private let keys: WebhookKeySet
    private let url: String?

    /// Makes a signer.
    /// - Parameters:
    ///   - webhook: The webhook, as the spec has it.
    ///   - keys: What signs, and what is checked with.
    ///   - url: The URL that is called, where it is signed.
    /// - Throws: A sentence that tells which key cannot be used, and why.
    package init(_ webhook: ResolvedWebhook, _ keys: WebhookKeySet, url: String? = nil) throws(WebhookProblem) {
        self.keys = try keys.completed(for: webhook)
        self.url = url
        self.webhook = webhook
        if webhook.signsURL, url == nil {
            throw WebhookProblem("the URL of the receiver is signed; say which it is")
        }
        _ = try verifier(at: nil)
    }

    /// As the other, with secrets, of which the first one signs.
    package init(_ webhook: ResolvedWebhook, secrets: [String], url: String? = nil) throws(WebhookProblem) {
        try self.init(webhook, WebhookKeySet(secrets: secrets), url: url)
    }

    /// Signs a body.
    /// - Parameters:
    ///   - body: The body's bytes.
    ///   - id: The delivery's id, for webhooks that have one in a header; nil makes one.
    ///   - type: What the header says that names the event, where there is one.
    ///   - seconds: When it is signed, in seconds since 1970; nil: now.
    ///   - tampering: What is changed afterwards.
    /// - Throws: A sentence where the webhook cannot sign this id.
    public func message(
        body: [UInt8],
        id: String? = nil,
        type: String? = nil,
        at seconds: Int64? = nil,
        tampering: WebhookTampering? = nil
    ) throws(WebhookProblem) -> WebhookMessage {
        let signed = tampering == .signature ? body + other : body
        let fields = try verifier(at: seconds).sign(body: signed, privateKey: keys.privateKey, id: id, type: type)
        guard !fields.isEmpty else { throw unsignable(signed) }
        var headers = [(name: "Content-Type", value: definition.body.mediaType)]
        for field in fields { headers.append((field.name.rawName, field.value)) }
        // By what a repeated delivery is known has to be there, signed or not.
        if case .header(let name) = definition.deduplication,
            !headers.contains(where: { $0.name.lowercased() == name.lowercased() })
        {
            headers.append((name, id ?? "msg_" + String(UInt64.random(in: .min ... .max), radix: 36)))
        }
        return WebhookMessage(headers: headers, body: tampering == .body ? body + other : body)
    }

    /// Makes a challenge, and what answers it.
    /// - Parameters:
    ///   - text: The text that is to be answered.
    ///   - tampering: Whether its proof is another, so that it must be refused.
    /// - Throws: A sentence where the service makes none, or where the text cannot be answered.
    public func challenge(
        _ text: String,
        tampering: WebhookTampering? = nil
    ) throws(WebhookProblem) -> WebhookMessage {
        let token = keys.challengeToken ?? WebhookKeySet.exampleToken
        guard let challenge = definition.challenge, let right = webhook.challengeRequest(text, token: token),
            let sent = webhook.challengeRequest(text, token: tampering == nil ? token : token + "x")
        else { throw WebhookProblem("\(definition.name) has no challenges") }
        let verifier = try verifier(at: nil)
        let headers = verifier.sign(body: right.body, privateKey: keys.privateKey)
        let answer = verifier.answer(method: right.method, query: right.query, headers: headers, body: right.body)
        guard let expected = answer?.body, !expected.isEmpty else {
            throw WebhookProblem("a challenge has up to 1024 letters, digits and marks, and no quotes or brackets")
        }
        var message = WebhookMessage(headers: [], body: sent.body)
        (message.method, message.query, message.expected) = (sent.method, sent.query, expected)
        if !sent.body.isEmpty { message.headers.append(("Content-Type", definition.body.mediaType)) }
        switch challenge.proof {
        case .token: break
        case .signature:
            let signed = tampering == nil ? sent.body : sent.body + other
            for field in verifier.sign(body: signed, privateKey: keys.privateKey) {
                message.headers.append((field.name.rawName, field.value))
            }
        case .none:
            if tampering != nil { throw WebhookProblem("nothing proves a challenge of \(definition.name)") }
        }
        return message
    }

    /// What makes another body of one, with the same meaning where that is JSON.
    private var other: [UInt8] {
        switch definition.body {
        case .json: Array(" ".utf8)
        case .form: Array("&tampered=1".utf8)
        }
    }

    private func unsignable(_ body: [UInt8]) -> WebhookProblem {
        if definition.scheme.algorithm.hasPublicKey, keys.privateKey == nil {
            return WebhookProblem("a private key signs; give it")
        }
        if definition.body == .form, definition.body.json(of: body) == nil {
            return WebhookProblem("the body is no form, and its fields are signed")
        }
        return WebhookProblem("the id cannot be signed; take one of letters and digits")
    }

    /// Checks a delivery.
    /// - Parameters:
    ///   - message: All its header fields, and the body's bytes.
    ///   - seconds: The time that its timestamp is compared with, in seconds since 1970; nil: now.
    public func check(_ message: WebhookMessage, at seconds: Int64? = nil) -> WebhookVerdict {
        do throws(WebhookProblem) {
            let fields = Self.fields(message.headers)
            let verifier = try verifier(at: seconds)
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

    /// The body with another id of its event, every other byte as it was.
    /// - Throws: A sentence where the webhook's events have no id in their body.
    public func body(_ body: [UInt8], withID id: String) throws(WebhookProblem) -> [UInt8] {
        if definition.batch.map({ _ in true }) ?? false {
            throw WebhookProblem("a body of \(definition.name) has several events with an id each; leave it out")
        }
        switch definition.deduplication {
        case .header: return body
        case .signature:
            guard definition.scheme.id == nil else { return body }
            throw WebhookProblem("the events of \(definition.name) have no id; leave it out")
        case .field(let path):
            if definition.body == .form, let body = form(body, path, id) { return body }
            guard let old = DottedPath(path).value(in: try? JSONValue(parsing: body)), old.stringValue != nil,
                let range = body.firstRange(of: old.serialized())
            else { throw WebhookProblem("the body has no text at \(path), where the id stands") }
            return body[..<range.lowerBound] + JSONValue.string(id).serialized() + body[range.upperBound...]
        }
    }

    /// A form with another value of a field; nil where it has no such field.
    private func form(_ body: [UInt8], _ name: String, _ id: String) -> [UInt8]? {
        guard var fields = WebhookForm(body)?.fields, let place = fields.firstIndex(where: { $0.name == name }) else {
            return nil
        }
        fields[place].value = id
        return Array(FormText.text(of: fields).utf8)
    }

    private func verifier(
        at seconds: Int64?,
        tolerance: Duration? = nil
    ) throws(WebhookProblem) -> WebhookVerifier {
        var clock = RuntimeClock.system
        if let seconds { clock.now = { .seconds(seconds) } }
        let configuration = WebhookConfiguration(tolerance: tolerance, clock: clock)
        do throws(ConfigurationError) {
            return try WebhookVerifier(
                definition: definition,
                secrets: keys.secrets,
                publicKeys: keys.publicKeys,
                url: url,
                challengeToken: keys.challengeToken ?? WebhookKeySet.exampleToken,
                configuration: configuration
            )
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
            let patient = try verifier(at: seconds, tolerance: .seconds(10_000_000_000))
            if (try? patient.verify(body: body, headers: fields)) != nil {
                return "the signature is right, but its time is too far from the clock's"
            }
        }
        let verifier = try verifier(at: seconds)
        if body.last == UInt8(ascii: "\n"), (try? verifier.verify(body: body.dropLast(), headers: fields)) != nil {
            return "the signature is that of the body without its final line break; pass the exact bytes"
        }
        return definition.scheme.algorithm.hasPublicKey
            ? "the signature holds under no public key for these bytes"
            : "no secret gives this signature for these bytes"
    }

    private var needed: [String] {
        var names = [definition.scheme.header]
        if let id = definition.scheme.id { names.append(id) }
        if case .header(let name)? = definition.scheme.timestamp { names.append(name) }
        return names
    }
}
