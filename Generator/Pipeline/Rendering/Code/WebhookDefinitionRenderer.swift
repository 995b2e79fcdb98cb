@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

/// Writes what a webhook's spec says of its signature and its answers.
struct WebhookDefinitionRenderer {
    let webhook: ResolvedWebhook
    private var definition: WebhookDefinition { webhook.definition }
    private var scheme: WebhookSignatureScheme { webhook.definition.scheme }

    /// The definition as a static constant; what the runtime takes by itself is not written.
    func write(to writer: inout SwiftWriter) {
        let usual = WebhookDefinition(name: definition.name, scheme: definition.scheme)
        var arguments: [SwiftLayout] = [
            .code("name: \(literal: definition.name)"),
            labelled("scheme", .call("WebhookSignatureScheme", schemeArguments)),
        ]
        if definition.body == .form { arguments.append(.code("body: .form")) }
        if let batch = definition.batch { arguments.append(.code("batch: \(literal: batch)")) }
        arguments.append(.code("deduplication: \(deduplication)"))
        if let type = definition.type { arguments.append(.code("type: \(literal: type)")) }
        if let header = definition.typeHeader { arguments.append(.code("typeHeader: \(literal: header)")) }
        if let time = definition.time {
            arguments.append(.code("time: WebhookTime(field: \(literal: time.field), form: \(form(time.form)))"))
        }
        if let challenge = definition.challenge { arguments.append(labelled("challenge", layout(of: challenge))) }
        if definition.keepFor != usual.keepFor {
            arguments.append(.code("keepFor: \(DurationText.code(definition.keepFor.milliseconds))"))
        }
        var answers: [SwiftLayout] = [
            labelled("statuses", .array(definition.acknowledgement.statuses.map { .code("\($0)") })),
            .code("refusal: \(definition.acknowledgement.refusal)"),
        ]
        if definition.acknowledgement.busy != usual.acknowledgement.busy {
            answers.append(.code("busy: \(definition.acknowledgement.busy)"))
        }
        arguments.append(labelled("acknowledgement", .call("WebhookAcknowledgement", answers)))
        if definition.bodyLimit != usual.bodyLimit { arguments.append(.code("bodyLimit: \(definition.bodyLimit)")) }
        writer.layout(.call("WebhookDefinition", arguments), prefix: "static let definition = ")
    }

    private func layout(of challenge: WebhookChallenge) -> SwiftLayout {
        let proof: SwiftCode =
            switch challenge.proof {
            case .token(let member): ".token(\(literal: member))"
            case .signature: ".signature"
            case .none: ".none"
            }
        var arguments: [SwiftLayout] = [
            .code("method: \(challenge.method == .get ? ".get" : ".post")"),
            .code("place: \(challenge.place == .query ? ".query" : ".body")"),
        ]
        if !challenge.when.isEmpty { arguments.append(labelled("when", layout(of: challenge.when))) }
        arguments += [.code("from: \(literal: challenge.from)"), .code("proof: \(proof)")]
        if !challenge.answer.isEmpty { arguments.append(labelled("answer", layout(of: challenge.answer))) }
        return .call("WebhookChallenge", arguments)
    }

    private func layout(of members: [WebhookChallenge.Member]) -> SwiftLayout {
        .array(members.map { .code(".init(\(literal: $0.name), \(literal: $0.text))") })
    }

    private func form(_ form: WebhookTime.Form) -> SwiftCode {
        switch form {
        case .rfc3339: ".rfc3339"
        case .epoch: ".epoch"
        case .english: ".english"
        }
    }

    private var schemeArguments: [SwiftLayout] {
        var arguments: [SwiftLayout] = [
            .code("algorithm: \(SignatureText.algorithm(scheme.algorithm))"),
            .code("encoding: \(SignatureText.encoding(scheme.encoding))"),
            .code("signs: \(literal: scheme.signs)"),
            .code("header: \(literal: scheme.header)"),
        ]
        if scheme.value != "{signature}" { arguments.append(.code("value: \(literal: scheme.value)")) }
        switch scheme.separator {
        case .none: break
        case .space: arguments.append(.code("separator: .space"))
        case .comma: arguments.append(.code("separator: .comma"))
        }
        if scheme.secret != WebhookSecretFormat() { arguments.append(labelled("secret", secret)) }
        if let header = scheme.id { arguments.append(.code("id: \(literal: header)")) }
        switch scheme.timestamp {
        case nil: break
        case .header(let name)?: arguments.append(.code("timestamp: .header(\(literal: name))"))
        case .inSignature(let value)?: arguments.append(.code("timestamp: .inSignature(\(literal: value))"))
        }
        if let tolerance = scheme.tolerance {
            arguments.append(.code("tolerance: \(DurationText.code(tolerance.milliseconds))"))
        }
        return arguments
    }

    private var secret: SwiftLayout {
        var arguments: [SwiftLayout] = [.code("encoding: \(SignatureText.keyEncoding(scheme.secret.encoding))")]
        if let prefix = scheme.secret.prefix { arguments.append(.code("prefix: \(literal: prefix)")) }
        return .call("WebhookSecretFormat", arguments)
    }

    private var deduplication: SwiftCode {
        switch definition.deduplication {
        case .signature: ".signature"
        case .field(let path): ".field(\(literal: path))"
        case .header(let name): ".header(\(literal: name))"
        }
    }

    private func labelled(_ label: StaticString, _ value: SwiftLayout) -> SwiftLayout {
        .labelled(SwiftIdentifier(made: label), value)
    }
}
