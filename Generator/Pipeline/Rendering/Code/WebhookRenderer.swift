@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

/// Writes the struct that receives a webhook: thin, since the runtime does the work.
struct WebhookRenderer {
    let api: ResolvedAPI
    let scope: TypeScope

    func render(_ webhook: ResolvedWebhook) -> GeneratedFile {
        var writer = SwiftWriter(scope)
        FileHeader.write(
            from: webhook.location.shownFile,
            foundation: webhook.definition.scheme.timestamp == nil ? [] : [.date],
            before: ["public import HTTPTypes"],
            runtime: "WaybillWebhooks",
            to: &writer
        )
        writer.doc(documentation(webhook))
        let conformance: SwiftCode = webhook.isBatch ? "APIBatchWebhook" : "APIWebhook"
        let challenged: SwiftCode = webhook.definition.challenge.map { _ in ", ChallengedWebhook" } ?? ""
        writer.block("public struct \(webhook.identifier): \(conformance)\(challenged)") { writer in
            writer.doc("The statuses that the service understands as an answer.")
            writer.line("public static var acknowledgement: WebhookAcknowledgement { definition.acknowledgement }")
            writer.blank()
            writer.doc("What verifies its requests and reads their events.")
            writer.line("public let receiver: WebhookReceiver<\(received(webhook))>")
            writer.blank()
            writeInitializer(webhook, to: &writer)
            writeAddress(webhook, to: &writer)
            writeSign(webhook, to: &writer)
        }
        writer.blank()
        writer.block("extension \(type: webhook.identifier)") { writer in
            WebhookDefinitionRenderer(webhook: webhook).write(to: &writer)
        }
        return GeneratedFile(path: "\(webhook.identifier.text).swift", text: writer.text)
    }

    private func documentation(_ webhook: ResolvedWebhook) -> DocComment {
        var comment = DocComment(webhook.about, or: "Receives what \(api.name) sends by itself.")
        comment.add(webhook.notes)
        if let batch = WebhookText.batch(webhook) { comment.add(batch) }
        if let type = WebhookText.type(webhook) { comment.add(type) }
        if let challenge = WebhookText.challenge(webhook) { comment.add(challenge) }
        comment.add(WebhookText.replay(webhook))
        comment.add(WebhookText.deduplication(webhook) + " " + WebhookText.acknowledgement(webhook))
        comment.add(
            "Hand over the body's bytes as they came: a body that was parsed and written anew has another signature."
        )
        comment.add(webhook.certainty)
        return comment
    }

    private func writeInitializer(_ webhook: ResolvedWebhook, to writer: inout SwiftWriter) {
        var comment = DocComment("Makes a receiver.", or: "")
        let keys = WebhookKeyText(webhook)
        var documentation = [(keys.argument.text, keys.documentation)]
        var parameters: [SwiftLayout] = [.code("\(keys.argument): [String]")]
        var arguments: [SwiftLayout] = [.code("Self.definition"), .code("\(keys.argument): \(keys.argument)")]
        if webhook.signsURL {
            documentation.append(("url", "The URL that the service calls, character by character as it knows it."))
            parameters.append(.code("url: String"))
            arguments.append(.code("url: url"))
        }
        if webhook.hasChallengeToken {
            documentation.append(("challengeToken", "The token that the service was given, and proves itself by."))
            parameters.append(.code("challengeToken: String"))
            arguments.append(.code("challengeToken: challengeToken"))
        }
        documentation.append(("configuration", "Tolerance, largest body, logger and clock."))
        parameters.append(.code("configuration: WebhookConfiguration = WebhookConfiguration()"))
        arguments.append(.code("configuration: configuration"))
        comment.addParameters(documentation)
        comment.addThrows(keys.failure(webhook))
        writer.doc(comment)
        let signature = SwiftLayout.call("public init", parameters)
        writer.block(signature, suffix: " throws(ConfigurationError)") { writer in
            let isUnion = webhook.event.union != nil
            let receiver = SwiftLayout.call("receiver = try WebhookReceiver", arguments)
            writer.block(receiver) { writer in
                let type: SwiftCode = webhook.definition.typeHeader == nil ? "" : ", type: $1"
                let model: SwiftCode = "\(webhook.event.code)(from: &$0\(type))"
                writer.line(isUnion ? model : "\(model).map(\(received(webhook)).event)")
            }
        }
    }

    /// One service may call a receiver under several URLs, of which each is signed.
    private func writeAddress(_ webhook: ResolvedWebhook, to writer: inout SwiftWriter) {
        guard webhook.signsURL else { return }
        writer.blank()
        writer.doc("Takes what it is made of.")
        writer.block("private init(receiver: WebhookReceiver<\(received(webhook))>)") { writer in
            writer.line("self.receiver = receiver")
        }
        writer.blank()
        var comment = DocComment("The same webhook under another URL, where the service calls several.", or: "")
        comment.addParameters([("url", "The URL that was called, as the service knows it.")])
        comment.addThrows("``ConfigurationError`` for what is no http or https URL.")
        writer.doc(comment)
        let call = SwiftLayout.call("public func at", [.code("url: String")])
        writer.block(call, suffix: " throws(ConfigurationError) -> Self") { writer in
            writer.line("Self(receiver: try receiver.at(url: url))")
        }
    }

    /// What is delivered: a union of events has a case for what cannot be read, and a model is put beside one.
    private func received(_ webhook: ResolvedWebhook) -> SwiftCode {
        webhook.event.union == nil ? "ReceivedModel<\(webhook.event.code)>" : webhook.event.code
    }

    /// Only what the service signs is asked for.
    private func writeSign(_ webhook: ResolvedWebhook, to writer: inout SwiftWriter) {
        let hasPublicKey = webhook.hasPublicKey
        let key = hasPublicKey ? "a private key" : "the first secret"
        var comment = DocComment("Signs a body as the service does, with \(key); for tests.", or: "")
        var documentation = [("body", "The body's bytes.")]
        var parameters: [SwiftLayout] = [.code("body: some Collection<UInt8>")]
        var arguments: [SwiftLayout] = [.code("body: body")]
        if hasPublicKey {
            documentation.append(("privateKey", "The key that signs, in PEM, Base64 or hexadecimal digits."))
            parameters.append(.code("privateKey: String"))
            arguments.append(.code("privateKey: privateKey"))
        }
        if webhook.definition.scheme.id != nil {
            documentation.append(("id", "The delivery's id; nil makes one."))
            parameters.append(.code("id: String? = nil"))
            arguments.append(.code("id: id"))
        }
        if let header = webhook.definition.typeHeader {
            documentation.append(("type", "What the header `\(header)` says of the event; nil leaves it out."))
            parameters.append(.code("type: String? = nil"))
            arguments.append(.code("type: type"))
        }
        if webhook.definition.scheme.timestamp != nil {
            documentation.append(("now", "The time to sign; nil takes the clock's."))
            parameters.append(.code("now: Date? = nil"))
            arguments.append(.code("now: now"))
        }
        comment.addParameters(documentation)
        writer.blank()
        writer.doc(comment)
        writer.block(SwiftLayout.call("public func sign", parameters), suffix: " -> HTTPFields") { writer in
            writer.layout(.call("receiver.sign", arguments))
        }
    }
}
