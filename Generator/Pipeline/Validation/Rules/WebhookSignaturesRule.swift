import SpecYAML
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

struct WebhookSignaturesRule: LocalRule {
    let id = "webhook-signature"
    let summary = "What a webhook signs has sources, covers the body, and can be read from its headers without doubt."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for webhook in context.spec.webhooks.map(\.value) {
            let signature = webhook.signature
            checkSigned(signature, into: &diagnostics)
            if webhook.bodyForm != .form, TextTemplate(signature.signs.value).placeholders.contains("form") {
                diagnostics.error(id, noForm, at: signature.signs.location)
            }
            checkSources(signature, into: &diagnostics)
            checkHeaders(signature, into: &diagnostics)
            checkValue(signature.headerValue, "signature", signature.separator?.value, into: &diagnostics)
            checkTimestamp(signature, into: &diagnostics)
        }
    }

    private func checkSigned(_ signature: WebhookSignatureSpec, into diagnostics: inout DiagnosticCollector) {
        let template = TextTemplate(signature.signs.value)
        let location = signature.signs.location
        if !template.isBalanced { return diagnostics.error(id, unbalanced, at: location) }
        for (index, placeholder) in template.placeholders.enumerated() {
            if !Self.placeholders.contains(placeholder) {
                diagnostics.error(id, unknown(placeholder), at: location)
            } else if template.placeholders[..<index].contains(placeholder) {
                diagnostics.error(id, twice(placeholder), at: location)
            }
        }
        let bodies = template.placeholders.filter { Self.bodies.contains($0) }
        if Set(bodies).count > 1 {
            diagnostics.error(id, bodyAndForm, at: location)
        } else if bodies.isEmpty {
            diagnostics.error(id, bodyUnsigned, at: location)
        } else if let body = bodies.last, !signature.signs.value.hasSuffix("{\(body)}") {
            // What follows the body could as well be part of it.
            diagnostics.error(id, bodyNotLast(body), at: location)
        }
    }

    static let bodies = ["body", "form"]
    static let placeholders = bodies + ["timestamp", "id", "url"]

    private func checkSources(_ signature: WebhookSignatureSpec, into diagnostics: inout DiagnosticCollector) {
        let signed = TextTemplate(signature.signs.value).placeholders
        let sources: [(String, SourceLocation?)] = [
            ("timestamp", signature.timestamp?.place.location), ("id", signature.idHeader?.location),
        ]
        for (name, source) in sources {
            if signed.contains(name), source == nil {
                diagnostics.error(id, noSource(name), at: signature.signs.location)
            } else if !signed.contains(name), let source {
                diagnostics.error(id, unsigned(name), at: source)
            }
        }
    }

    private func checkHeaders(_ signature: WebhookSignatureSpec, into diagnostics: inout DiagnosticCollector) {
        var names = [signature.headerName, signature.idHeader].compactMap(\.self)
        if case .header(let name) = signature.timestamp { names.append(name) }
        var taken: Set<String> = []
        for name in names {
            if !HeaderToken.isToken(name.value) {
                diagnostics.error(id, noToken(name.value), at: name.location)
            } else if !taken.insert(name.value.lowercased()).inserted {
                diagnostics.error(id, sameHeader(name.value), at: name.location)
            }
        }
    }

    private func checkValue(
        _ value: Located<String>,
        _ placeholder: String,
        _ separator: WebhookSignatureSpec.Separator?,
        into diagnostics: inout DiagnosticCollector
    ) {
        let template = TextTemplate(value.value)
        if !template.isBalanced || template.placeholders != [placeholder] {
            diagnostics.error(id, noPlaceholder(placeholder), at: value.location)
        } else if let separator, template.literal.contains(separator.rawValue) {
            diagnostics.error(id, separated(separator.rawValue), at: value.location)
        }
    }

    private func checkTimestamp(_ signature: WebhookSignatureSpec, into diagnostics: inout DiagnosticCollector) {
        guard case .inSignature(let value) = signature.timestamp else { return }
        guard let separator = signature.separator?.value else {
            return diagnostics.error(id, noSeparator, at: value.location)
        }
        checkValue(value, "timestamp", separator, into: &diagnostics)
        if TextTemplate(value.value).literal == TextTemplate(signature.headerValue.value).literal {
            diagnostics.error(id, alike, at: value.location)
        }
    }
}

extension WebhookSignatureSpec.Timestamp {
    /// The text that says where the time stands.
    fileprivate var place: Located<String> {
        switch self {
        case .header(let name): name
        case .inSignature(let value): value
        }
    }
}

// MARK: - Messages

extension WebhookSignaturesRule {
    private var unbalanced: String { "a brace has no partner; write placeholders as {name}" }

    private var bodyUnsigned: String { "a signature that leaves out the body protects nothing; sign {body} too" }

    private func bodyNotLast(_ body: String) -> String {
        "what follows the body could pass for a part of it; end with {\(body)}"
    }

    private var bodyAndForm: String { "{form} has all that {body} has; sign one of them" }

    private var noForm: String { "{form} has the fields of a form; write 'body: form' too, or sign {body}" }

    private var noSeparator: String {
        "one header holds the time and the signature, and nothing separates them; add 'separator' to 'header'"
    }

    private var alike: String { "the time and the signature look alike in the header; write what stands around each" }

    private func unknown(_ placeholder: String) -> String {
        let fix =
            Suggestion.nearest(to: placeholder, among: Self.placeholders).map { "did you mean {\($0)}?" }
            ?? "the placeholders are {body}, {form}, {timestamp}, {id} and {url}"
        return "nothing signed is called \(SpecText.quoted(placeholder)); \(fix)"
    }

    private func twice(_ placeholder: String) -> String { "{\(placeholder)} is signed twice; write it once" }

    private func noSource(_ name: String) -> String {
        "nothing says where {\(name)} comes from; add '\(name): { header: <name> }' to the webhook"
    }

    private func unsigned(_ name: String) -> String {
        "the \(name) is not signed, so anybody could have written it; sign {\(name)}, or leave '\(name)' out"
    }

    private func noToken(_ name: String) -> String {
        "\(SpecText.quoted(name)) cannot name a header; write letters, digits and hyphens, such as webhook-signature"
    }

    private func sameHeader(_ name: String) -> String {
        "\(SpecText.quoted(name)) carries something else already (letter case does not matter); name another header"
    }

    private func noPlaceholder(_ placeholder: String) -> String {
        "this text has the placeholder {\(placeholder)}, once, and no other; write it so"
    }

    private func separated(_ separator: String) -> String {
        "'\(separator)' separates signatures, so none can hold it; choose another separator, or correct this"
    }
}
