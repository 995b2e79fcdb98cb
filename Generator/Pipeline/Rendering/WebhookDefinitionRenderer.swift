/// Writes what a webhook's spec says of its signature and its answers.
struct WebhookDefinitionRenderer {
    let webhook: WebhookIR

    /// The definition as a static constant.
    func write(to writer: inout SwiftWriter) {
        var arguments: [SwiftLayout] = [
            .code("name: \(literal: webhook.name.text)"),
            labelled("scheme", .call("WebhookSignatureScheme", scheme)),
            .code("deduplication: \(deduplication)"),
        ]
        if let time = webhook.time {
            let form: SwiftCode =
                switch time.form {
                case .rfc3339: ".rfc3339"
                case .epoch: ".epoch"
                case .english: ".english"
                }
            arguments.append(.code("time: WebhookTime(field: \(literal: time.field), form: \(form))"))
        }
        if webhook.keepFor != WebhookResolver.usualKeepFor {
            arguments.append(.code("keepFor: .milliseconds(\(webhook.keepFor))"))
        }
        let answers: [SwiftLayout] = [
            labelled("statuses", .array(webhook.acknowledge.map { .code("\($0)") })),
            .code("refusal: \(webhook.refuse)"),
        ]
        arguments.append(labelled("acknowledgement", .call("WebhookAcknowledgement", answers)))
        if webhook.bodyLimit != WebhookResolver.usualBodyLimit {
            arguments.append(.code("bodyLimit: \(webhook.bodyLimit)"))
        }
        writer.layout(.call("WebhookDefinition", arguments), prefix: "static let definition = ")
    }

    private var scheme: [SwiftLayout] {
        var arguments: [SwiftLayout] = [
            .code(webhook.algorithm == .sha256 ? "algorithm: .sha256" : "algorithm: .sha512"),
            .code(webhook.encoding == .hex ? "encoding: .hex" : "encoding: .base64"),
            .code("signs: \(literal: webhook.signs)"),
            .code("header: \(literal: webhook.header.name)"),
        ]
        if webhook.header.text != "{signature}" { arguments.append(.code("value: \(literal: webhook.header.text)")) }
        switch webhook.separator {
        case nil: break
        case .space?: arguments.append(.code("separator: .space"))
        case .comma?: arguments.append(.code("separator: .comma"))
        }
        arguments += secret
        if let header = webhook.idHeader { arguments.append(.code("id: \(literal: header)")) }
        switch webhook.timestamp {
        case nil: break
        case .header(let name)?: arguments.append(.code("timestamp: .header(\(literal: name))"))
        case .inSignature(let value)?: arguments.append(.code("timestamp: .inSignature(\(literal: value))"))
        }
        if let tolerance = webhook.tolerance { arguments.append(.code("tolerance: .milliseconds(\(tolerance))")) }
        return arguments
    }

    /// UTF-8 without a prefix is what the runtime takes by itself.
    private var secret: [SwiftLayout] {
        guard webhook.secretEncoding != .utf8 || webhook.secretPrefix != nil else { return [] }
        var arguments: [SwiftLayout] = [
            .code(webhook.secretEncoding == .utf8 ? "encoding: .utf8" : "encoding: .base64")
        ]
        if let prefix = webhook.secretPrefix { arguments.append(.code("prefix: \(literal: prefix)")) }
        return [labelled("secret", .call("WebhookSecretFormat", arguments))]
    }

    private var deduplication: SwiftCode {
        switch webhook.deduplication {
        case .signature: ".signature"
        case .field(let path): ".field(\(literal: path))"
        case .header(let name): ".header(\(literal: name))"
        }
    }

    private func labelled(_ label: StaticString, _ value: SwiftLayout) -> SwiftLayout {
        .labelled(SwiftIdentifier(made: label), value)
    }
}
