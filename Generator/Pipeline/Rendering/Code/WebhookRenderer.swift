@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

/// Writes the struct that receives a webhook: thin, since the runtime does the work.
struct WebhookRenderer {
    let api: ResolvedAPI

    /// The file.
    func render(_ webhook: ResolvedWebhook) -> GeneratedFile {
        var writer = SwiftWriter()
        FileHeader.write(
            from: webhook.location.shownFile,
            foundation: [.date],
            before: ["public import HTTPTypes"],
            runtime: "WaybillWebhooks",
            to: &writer
        )
        writer.doc(documentation(webhook))
        writer.block("public struct \(webhook.identifier): Sendable") { writer in
            writer.doc("The statuses that the service understands as an answer.")
            writer.line("public static var acknowledgement: WebhookAcknowledgement { definition.acknowledgement }")
            writer.blank()
            writer.line("private let receiver: WebhookReceiver<\(webhook.event.code)>")
            writer.blank()
            writeInitializer(webhook, to: &writer)
            for form in Form.allCases { writeReceive(webhook, form, to: &writer) }
            for form in Form.allCases { writeClaim(webhook, form, to: &writer) }
            for form in Form.allCases { writeProcess(webhook, form, to: &writer) }
            writeSign(webhook, to: &writer)
        }
        writer.blank()
        writer.block("extension \(webhook.identifier)") { writer in
            WebhookDefinitionRenderer(webhook: webhook).write(to: &writer)
        }
        return GeneratedFile(path: "\(webhook.identifier.text).swift", text: writer.text)
    }

    /// How a framework has header fields.
    private enum Form: CaseIterable {
        case fields
        case pairs

        var type: SwiftCode {
            switch self {
            case .fields: "HTTPFields"
            case .pairs: "some Sequence<(name: String, value: String)>"
            }
        }

        /// The fields as the receiver takes them.
        func fields(_ event: SwiftCode) -> SwiftCode {
            switch self {
            case .fields: "headers"
            case .pairs: "WebhookReceiver<\(event)>.fields(headers)"
            }
        }
    }

    private func documentation(_ webhook: ResolvedWebhook) -> DocComment {
        var comment = DocComment(webhook.about, or: "Receives what \(api.name) sends by itself.")
        comment.add(webhook.notes)
        comment.add(WebhookText.replay(webhook))
        comment.add(WebhookText.deduplication(webhook) + " " + WebhookText.acknowledgement(webhook))
        comment.add(
            "Hand over the body's bytes as they came: a body that was parsed and written anew has another signature."
        )
        return comment
    }

    private func writeInitializer(_ webhook: ResolvedWebhook, to writer: inout SwiftWriter) {
        var comment = DocComment("Makes a receiver.", or: "")
        let looks = webhook.secretLooksLike.map { "It begins with `\($0)`." }
        let secret = Sentence.joined([webhook.secretAbout ?? "The webhook's secret.", looks])
        comment.addParameters([
            ("secrets", secret + " One to five, the newest first: while secrets are changed, both hold."),
            ("configuration", "Tolerance, largest body and clock."),
        ])
        comment.addThrows("``ConfigurationError`` where a secret is blank or cannot be a key.")
        writer.doc(comment)
        let signature = SwiftLayout.call(
            "public init",
            [
                .code("secrets: [String]"),
                .code("configuration: WebhookConfiguration = WebhookConfiguration()"),
            ]
        )
        writer.block(signature, suffix: " throws(ConfigurationError)") { writer in
            writer.line(
                "receiver = try WebhookReceiver(Self.definition, secrets: secrets, configuration: configuration) {"
            )
            writer.indented { $0.line("\(webhook.event.code)(from: &$0)") }
            writer.line("}")
        }
    }

    private func writeReceive(_ webhook: ResolvedWebhook, _ form: Form, to writer: inout SwiftWriter) {
        var comment = DocComment("Verifies a request, and then reads its event.", or: "")
        comment.add(form == .pairs ? "Header fields may come in any order and any case." : nil)
        comment.addThrows("``WebhookError``: `.refused` where the signature does not hold, nothing having been read.")
        writer.blank()
        writer.doc(comment)
        let suffix: SwiftCode = " throws(WebhookError) -> WebhookDelivery<\(webhook.event.code)>"
        writer.block(SwiftLayout.call("public func receive", request(form)), suffix: suffix) { writer in
            writer.line("try receiver.receive(body: body, headers: \(form.fields(webhook.event.code)))")
        }
    }

    private func writeClaim(_ webhook: ResolvedWebhook, _ form: Form, to writer: inout SwiftWriter) {
        var comment = DocComment("Verifies a request, reads its event, and tells whether it has come before.", or: "")
        comment.addThrows("``WebhookError``, or what the store throws: the event is then not taken.")
        writer.blank()
        writer.doc(comment)
        let parameters = request(form) + [.code("claiming store: any DeduplicationStore")]
        let suffix: SwiftCode = " async throws -> WebhookOutcome<\(webhook.event.code)>"
        let head: SwiftCode = "nonisolated(nonsending) public func receive"
        writer.block(SwiftLayout.call(head, parameters), suffix: suffix) { writer in
            let fields = form.fields(webhook.event.code)
            writer.layout(
                .call(
                    "receiver.receive",
                    [.code("body: body"), .code("headers: \(fields)"), .code("claiming: store")]
                ),
                prefix: "try await "
            )
        }
    }

    private func writeProcess(_ webhook: ResolvedWebhook, _ form: Form, to writer: inout SwiftWriter) {
        var comment = DocComment(
            "Takes a request, works on its event unless it is a copy, and tells what to answer.",
            or: ""
        )
        comment.add("Work that throws gives its claim up, so that the service's next try is worked on.")
        comment.add("- Returns: The status to answer with.")
        comment.addThrows(
            "``WebhookError/undecodable(_:)``, and what the store or the work throws: answer with 500 then."
        )
        writer.blank()
        writer.doc(comment)
        let work: SwiftCode =
            "_ work: nonisolated(nonsending) (WebhookDelivery<\(webhook.event.code)>) async throws -> Void"
        let parameters = request(form) + [.code("store: any DeduplicationStore"), .code(work)]
        let head: SwiftCode = "nonisolated(nonsending) public func process"
        writer.block(SwiftLayout.call(head, parameters), suffix: " async throws -> Int") { writer in
            let fields = form.fields(webhook.event.code)
            writer.layout(
                .call(
                    "receiver.process",
                    [.code("body: body"), .code("headers: \(fields)"), .code("store: store"), .code("work")]
                ),
                prefix: "try await "
            )
        }
    }

    private func writeSign(_ webhook: ResolvedWebhook, to writer: inout SwiftWriter) {
        var comment = DocComment("Signs a body as the service does, with the first secret; for tests.", or: "")
        comment.addParameters([
            ("body", "The body's bytes."),
            (
                "id",
                webhook.definition.scheme.id == nil
                    ? "Not used: the service sends no id beside the body." : "The delivery's id."
            ),
            (
                "now",
                webhook.definition.scheme.timestamp == nil
                    ? "Not used: the service signs no time." : "The time to sign; nil takes the clock's."
            ),
        ])
        writer.blank()
        writer.doc(comment)
        let parameters: [SwiftLayout] = [
            .code("body: some Collection<UInt8>"), .code("id: String? = nil"), .code("now: Date? = nil"),
        ]
        writer.block(SwiftLayout.call("public func sign", parameters), suffix: " -> HTTPFields") { writer in
            writer.line("receiver.sign(body: body, id: id, now: now)")
        }
    }

    private func request(_ form: Form) -> [SwiftLayout] {
        [.code("body: some Collection<UInt8>"), .code("headers: \(form.type)")]
    }
}
